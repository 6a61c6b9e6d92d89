import { limitWords } from './limit-words.ts'
import { andWords } from './list-words.ts'
import { LOCALE } from './money-words.ts'
import type { TermsWording } from './wording.ts'

/** Apart from the rest: more scripts say what a perk's terms are than how a tier is reached. */
export const ENGLISH_TERMS: TermsWording = {
  locale: LOCALE,
  limit: limitWords,
  within: (categories) => `in ${andWords(categories)}`,
  over: (amount) => `on orders of ${amount} or more`,
  always: 'Always',
  notIncluded: 'Not included',
}
