import type { LimitWindow, PerkTerms } from '../document.ts'
import { andWords, capital } from './list-words.ts'
import { moneyWords } from './money-words.ts'

/**
 * What a perk's terms come to, whole: "Always", "On orders of £25 or more", "2 a quarter, in suits and shirts".
 * `over` is the least amount that is enough, so an order of exactly that much has the perk.
 */
export function termsWords(terms: PerkTerms, currency: string): string {
  const parts: string[] = []
  if (terms.limit) parts.push(limitWords(terms.limit.count, terms.limit.per))
  if (terms.categories) parts.push(`in ${andWords(terms.categories)}`)
  if (terms.over) parts.push(`on orders of ${moneyWords(terms.over, currency)} or more`)
  return parts.length === 0 ? 'Always' : capital(parts.join(', '))
}

/** (2, "year") → "2 a year", (1, "year") → "once a year", (3, "ever") → "3 in all". */
export function limitWords(count: number, per: LimitWindow): string {
  if (per === 'ever') return count === 1 ? 'once' : `${count} in all`
  const times = count === 1 ? 'once' : String(count)
  return `${times} ${per === 'order' ? 'an' : 'a'} ${per}`
}
