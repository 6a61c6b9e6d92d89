import type { NamedMeasure } from '../words/wording.ts'

/** How a language tells what an edition changed: clauses without a date or a full stop. */
export interface ChangeWording {
  /** The whole sentence: a change, and the day from which it holds. */
  dated(change: string, day: string): string
  readonly tierGone: (name: string, heir: string | undefined) => string
  /** A whole sentence: what becomes of those who hold a tier that asks for more now. */
  readonly holdersKeep: (tier: string) => string
  /** The same, where it is about every tier. */
  readonly allKeep: string
  readonly newTier: (name: string, ways: readonly string[]) => string
  readonly renamed: (was: string, is: string) => string
  readonly newWay: (tier: string, way: string) => string
  readonly wayGone: (tier: string, way: string) => string
  /** `together`: the way asks for more than this measure. */
  readonly measure: (measure: NamedMeasure, period: string, together: boolean) => string
  readonly number: (tier: string, measure: string, was: string, is: string) => string
  readonly rule: (was: string, is: string) => string
  /** Days of notice before something is taken away. */
  readonly notice: (was: number, is: number) => string
  readonly newPlan: (name: string, price: string) => string
  readonly planPrice: (name: string, was: string, is: string) => string
  readonly planGone: (name: string) => string
  readonly newPerk: (name: string, tiers: string) => string
  readonly perkGone: (name: string) => string
  readonly worth: (name: string, was: string, is: string) => string
  readonly terms: (perk: string, tiers: string, was: string, is: string) => string
  readonly newStandard: (name: string) => string
  readonly standardGone: (name: string) => string
}
