import type { QuoteBody, QuotedPerk, TierQuote } from '#program/perks/perk-body.ts'
import { andWords, lowerFirst } from '#program/words/list-words.ts'

/** A sentence beside a basket. `part` is the name by which a shop styles it. */
export interface OfferSentence {
  readonly part: 'short' | 'reach'
  readonly text: string
}

/**
 * What a quote says to whoever it is for: how much more brings the nearest perk of their tier, then the tier that the order
 * itself reaches. Empty when there is neither.
 */
export function offerSentences({ tier, tiers, reaches }: QuoteBody): readonly OfferSentence[] {
  const sentences: OfferSentence[] = []
  const nearest = nearestPerks(tiers.find((quoted) => quoted.tier === tier)?.misses ?? [])
  const [first] = nearest
  if (first) {
    const names = nearest.map((perk) => insideSentence(perk.name) + reserveOf(perk))
    sentences.push({ part: 'short', text: `${first.missing} for ${andWords(names)}.` })
  }
  if (reaches.name !== null) sentences.push({ part: 'reach', text: `This order makes you ${reaches.name}.` })
  return sentences
}

/** Of the perks that only an amount is missing for, those that the least is missing for: usually one. */
function nearestPerks(misses: TierQuote['misses']): TierQuote['misses'] {
  let nearest: TierQuote['misses'] = []
  let least: bigint | null = null
  for (const miss of misses) {
    if (miss.short === null) continue
    const amount = minorOf(miss.short)
    if (least !== null && amount > least) continue
    nearest = amount === least ? [...nearest, miss] : [miss]
    least = amount
  }
  return nearest
}

/** All amounts of a quote have the decimals of its one currency, so their digits compare as they stand. */
const minorOf = (amount: string) => BigInt(amount.replace('.', ''))

/** Of a perk with a limit some may be used up already, which is not known where nobody has signed in. */
const reserveOf = ({ terms }: QuotedPerk) => (terms?.limit && terms.limit.per !== 'order' ? ' (unless used up)' : '')

/** "Free delivery" → "free delivery"; "VIP lounge" stays, since its capitals are not those of a beginning. */
const insideSentence = (name: string) => (/^\p{Lu}\p{Lu}/u.test(name) ? name : lowerFirst(name))
