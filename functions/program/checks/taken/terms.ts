import type { PerkTerms } from '../../document.ts'
import { limitWords } from '../../words/limit-words.ts'
import { andWords, lowerFirst } from '../../words/list-words.ts'
import { moneyWords } from '../../words/money-words.ts'
import { termsWords } from '../../words/terms-words.ts'
import { areCategoriesNarrower } from '../categories.ts'
import { coversLimit } from '../limits.ts'
import { minorOf } from '../minor-of.ts'
import type { TakenWhat } from './taken.ts'

/** In what a tier's terms of a perk are worse than they were. */
export interface TakenTerms {
  readonly what: TakenWhat
  /** The field of the terms; null for all of them. */
  readonly field: 'over' | 'categories' | 'limit' | null
  /** As words: "2 a year". */
  readonly was: string
  readonly is: string
}

/** What is taken by other terms, or by none (null). */
export function takenTerms(was: PerkTerms, is: PerkTerms | null, currency: string): TakenTerms[] {
  if (!is) {
    const words = lowerFirst(termsWords(was, currency))
    return [{ what: 'perk_not_in_tier', field: null, was: `“${words}”`, is: 'not included' }]
  }
  return [...overHigher(was, is, currency), ...categoriesNarrower(was, is), ...limitLower(was, is)]
}

function overHigher(was: PerkTerms, is: PerkTerms, currency: string): TakenTerms[] {
  const before = minorOf(was.over ?? '0', currency)
  const after = minorOf(is.over ?? '0', currency)
  if (before === null || after === null || after <= before) return []
  const words = ({ over }: PerkTerms) => (over === undefined ? 'orders of any amount' : moneyWords(over, currency))
  return [{ what: 'over_higher', field: 'over', was: words(was), is: `on orders of ${words(is)} or more` }]
}

function categoriesNarrower(was: PerkTerms, is: PerkTerms): TakenTerms[] {
  if (!areCategoriesNarrower(is.categories, was.categories)) return []
  const words = ({ categories }: PerkTerms) => (categories ? andWords(categories) : 'everything')
  return [{ what: 'categories_narrower', field: 'categories', was: words(was), is: `only in ${words(is)}` }]
}

function limitLower(was: PerkTerms, is: PerkTerms): TakenTerms[] {
  if (coversLimit(is.limit, was.limit)) return []
  const words = ({ limit }: PerkTerms) => (limit ? limitWords(limit.count, limit.per) : 'no limit')
  return [{ what: 'limit_lower', field: 'limit', was: words(was), is: words(is) }]
}
