import type { PerkTerms } from '../document.ts'
import { ENGLISH_TERMS } from './english-terms.ts'
import { capital } from './list-words.ts'
import { moneyWords } from './money-words.ts'
import type { TermsWording } from './wording.ts'

/**
 * What a perk's terms come to, whole: "Always", "On orders of £25 or more", "2 a quarter, in suits and shirts".
 * `over` is the least amount that is enough, so an order of exactly that much has the perk.
 */
export function termsWords(terms: PerkTerms, currency: string, wording: TermsWording = ENGLISH_TERMS): string {
  const parts: string[] = []
  if (terms.limit) parts.push(wording.limit(terms.limit.count, terms.limit.per))
  if (terms.categories) parts.push(wording.within(terms.categories))
  if (terms.over) parts.push(wording.over(moneyWords(terms.over, currency, wording.locale)))
  return parts.length === 0 ? wording.always : capital(parts.join(', '))
}
