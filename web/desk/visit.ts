import type { PerksBody } from '#program/perks/perk-body.ts'
import type { SentBasket } from './asked.ts'
import type { Shelf } from './shelf.ts'

/** A customer at the counter, with what they have now. */
export interface Visit {
  readonly member: string
  /** Their name, or their number where no name is known. */
  readonly who: string
  /** One for the whole visit, so that perks limited per order are counted in it. */
  readonly order: string
  /** Null until it is entered. */
  readonly basket: SentBasket | null
  readonly perks: PerksBody
  readonly shelf: Shelf
}
