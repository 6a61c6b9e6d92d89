import { createHash } from 'node:crypto'

/**
 * The ids of true-ups follow from what they are for, so that each can be booked once only, whoever is faster. 128 bits, in
 * hexadecimal.
 */

/** Of the first invoice line of a use, which takes the place of its standard cost: there is one for each use. */
export const settlementId = (redemption: string): string => `t-${redemption.slice(2)}`

/** Of every further line for the same use. */
export const furtherLineId = (actual: { readonly source: string; readonly id: string }): string =>
  `t-${digest(['line', actual.source, actual.id])}`

/** Of what a reversal gives back when the standard cost it takes back had been settled. */
export const compensationId = (redemption: string): string => `t-${digest(['reversal', redemption])}`

const digest = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
