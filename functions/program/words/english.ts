import { ENGLISH_TERMS } from './english-terms.ts'
import { andWords, countWords } from './list-words.ts'
import { periodWords } from './period-words.ts'
import type { Wording } from './wording.ts'

const TRACKS = {
  spend: 'Spend',
  orders: 'Orders',
  units: 'Items',
  lifetimeSpend: 'Spend in all',
  balance: 'Balance kept',
} as const

export const ENGLISH: Wording = {
  ...ENGLISH_TERMS,
  and: andWords,
  count: countWords,
  period: periodWords,
  price: (amount, per) => `${amount} a ${per}`,
  inAll: (amount) => `${amount} in all`,
  keptFor: (amount, months) => `${amount} for ${months === 1 ? 'a month' : countWords(months, 'month')}`,
  keepBalance: (kept) => `Keep ${kept}`,
  aBalance: (kept) => `a balance of ${kept}`,
  spend: (needs) => `Spend ${needs}`,
  besides: ', with ',
  also: (need) => `and ${need}`,
  track: (measure) => TRACKS[measure],
}
