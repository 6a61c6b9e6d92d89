import type { TierDocument } from '../document.ts'

/** Whether a paid plan is a way to one of these tiers. */
export const hasPlanWay = (tiers: readonly TierDocument[]): boolean =>
  tiers.some(({ qualify = [] }) => qualify.some(({ plan }) => plan !== undefined))
