import type { Missing } from '../perks/decide.ts'
import { missingWords } from './missing-words.ts'

/**
 * A refusal as a sentence that says what would change it: "Free delivery needs £12.50 more in the basket.",
 * "Lounge entry is used up: again from 1 January 2027." `name` is the perk's.
 */
export function refusalSentence(
  name: string,
  missing: Missing,
  tierNames: readonly string[],
  currency: string,
): string {
  const words = missingWords(missing, tierNames, currency)
  switch (missing.what) {
    case 'tier':
      return missing.rank === null ? `${name} is ${words}.` : `${name} is there ${words}.`
    case 'amount':
      return `${name} needs ${words} in the basket.`
    case 'category':
      return `${name} is there ${words} in the basket.`
    case 'allowance':
      return missing.resetsOn === null ? `${name} is used up.` : `${name} is used up: ${words}.`
    default:
      return missing satisfies never
  }
}
