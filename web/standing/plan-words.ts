import type { LadderData } from './ladder-data.ts'

/** A plan with its price, by its id: "Fairweather Plus, £49 a year"; the id alone for one that is not sold any more. */
export const planWords = (plan: string, { plans }: LadderData): string =>
  plans.find(({ id }) => id === plan)?.words ?? plan

/** A plan's name, by its id. */
export const planName = (plan: string, { plans }: LadderData): string =>
  plans.find(({ id }) => id === plan)?.name ?? plan
