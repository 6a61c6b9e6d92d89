import { formatMoney } from '../money.ts'
import type { Missing } from '../perks/decide.ts'
import { dayWords } from './date-words.ts'
import { orWords } from './list-words.ts'
import { moneyWords } from './money-words.ts'

/** What would change a refusal: "£12 more", "from Gold on", "again from 1 January 2027", "only with suits or shirts". */
export function missingWords(missing: Missing, tierNames: readonly string[], currency: string): string {
  switch (missing.what) {
    case 'tier':
      return missing.rank === null ? 'not part of any tier' : `from ${tierNames[missing.rank] ?? ''} on`
    case 'amount':
      return `${moneyWords(formatMoney(missing.amountMinor, currency), currency)} more`
    case 'category':
      return `only with ${orWords(missing.categories)}`
    case 'allowance':
      return missing.resetsOn === null ? 'all used' : `again from ${dayWords(missing.resetsOn)}`
    default:
      return missing satisfies never
  }
}
