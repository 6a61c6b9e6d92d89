import { ENGLISH_CHANGES } from '../changes/english-changes.ts'
import { limitWords } from './limit-words.ts'
import { andWords, countWords, numberWord, orWords } from './list-words.ts'
import { LOCALE } from './money-words.ts'
import { keepWords, landingSentence, periodWords, windowWords } from './period-words.ts'
import type { Wording } from './wording.ts'

const TRACKS = {
  spend: 'Spend',
  orders: 'Orders',
  units: 'Items',
  lifetimeSpend: 'Spend in all',
  balance: 'Balance kept',
} as const

export const ENGLISH: Wording = {
  locale: LOCALE,
  and: andWords,
  or: orWords,
  count: countWords,
  numberWord,
  period: periodWords,
  window: windowWords,
  keep: keepWords,
  landing: landingSentence,
  price: (amount, per) => `${amount} a ${per}`,
  inAll: (amount) => `${amount} in all`,
  keptFor: (amount, months) => `${amount} for ${months === 1 ? 'a month' : countWords(months, 'month')}`,
  keepBalance: (kept) => `Keep ${kept}`,
  aBalance: (kept) => `a balance of ${kept}`,
  spend: (needs) => `Spend ${needs}`,
  besides: ', with ',
  also: (need) => `and ${need}`,
  track: (measure) => TRACKS[measure],
  limit: limitWords,
  within: (categories) => `in ${andWords(categories)}`,
  over: (amount) => `on orders of ${amount} or more`,
  always: 'Always',
  notIncluded: 'Not included',
  changes: ENGLISH_CHANGES,
}
