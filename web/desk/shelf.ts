import type { PerkBody } from '#program/perks/perk-body.ts'
import { dayWords } from '#program/words/date-words.ts'
import { capital, lowerFirst } from '#program/words/list-words.ts'

/** A perk as it stands on the counter's screen. */
export interface Offer {
  readonly perk: string
  readonly name: string
  /** The terms, what is left, or what would change a refusal. */
  readonly words: string
}

/** A customer's perks, sorted by what can be done about them now. */
export interface Shelf {
  /** Can be redeemed, the first nine by a key each. */
  readonly now: readonly Offer[]
  /** Depend on the basket, which is not entered. */
  readonly afterBasket: readonly Offer[]
  readonly not: readonly Offer[]
}

/** `hasBasket`: the perks were decided for a basket, so no condition is open any more. */
export function shelfOf(perks: readonly PerkBody[], hasBasket: boolean): Shelf {
  const isOpen = ({ terms }: PerkBody) => !hasBasket && Boolean(terms?.over ?? terms?.categories)
  const held = perks.filter(({ entitled }) => entitled)
  return {
    now: held.filter((perk) => !isOpen(perk)).map(offered),
    afterBasket: held.filter(isOpen).map(offered),
    not: perks.filter(({ entitled }) => !entitled).map(refused),
  }
}

function offered({ perk, name, words, left, resetsOn }: PerkBody): Offer {
  const again = resetsOn === null ? '' : ` before ${dayWords(resetsOn)}`
  const remaining = left === null ? '' : `, ${left} left${again}`
  return { perk, name, words: `${words ?? 'Always'}${remaining}` }
}

function refused({ perk, name, missing, words }: PerkBody): Offer {
  const terms = words === null || words === 'Always' ? '' : ` (${lowerFirst(words)})`
  return { perk, name, words: capital(`${missing ?? ''}${terms}`) }
}
