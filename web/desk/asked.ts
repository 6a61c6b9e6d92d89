/** A redemption that was asked for and whose answer is not known yet. */
export interface Asked {
  readonly key: string
  /** Who asked: keys are told apart by it, so nobody else can ask again. */
  readonly by: string
  readonly member: string
  /** Name of the member, or their number. */
  readonly who: string
  readonly perk: string
  readonly perkName: string
  readonly basket: SentBasket | null
}

/** A basket as the desk takes it. */
export interface SentBasket {
  readonly amount: string
  readonly currency: string
  readonly categories: readonly string[]
  /** One for each visit, so that perks limited per order are counted in it. */
  readonly order: string
}

const KEPT = 'cleartier.asked'

/** Kept through a reload and a new sign-in, so that asking again is asking under the same key. */
export function keepAsked(asked: Asked): void {
  sessionStorage.setItem(KEPT, JSON.stringify(asked))
}

export function keptAsked(): Asked | null {
  return JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Asked | null
}

/** Once the answer is known. */
export function forgetAsked(): void {
  sessionStorage.removeItem(KEPT)
}
