import type { Month } from '#program/month.ts'

/** A month that is closed: the signed checkpoint over everything that was recorded in it. */
export interface Closing {
  readonly month: Month
  /** Epoch milliseconds. */
  readonly closedAt: number
  /** The subject of who closed it. */
  readonly closedBy: string
  /** How many entries it covers. */
  readonly size: number
  /** The checkpoint as a compact JWS; what it says is described in `seal/checkpoint.ts`. */
  readonly checkpoint: string
}
