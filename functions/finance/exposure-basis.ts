import type { Limit } from '#program/perks/perk.ts'
import { dayWords } from '#program/words/date-words.ts'
import { limitWords } from '#program/words/limit-words.ts'
import { countWords } from '#program/words/list-words.ts'
import type { Remaining } from './expected-use.ts'
import { halfUp } from './half-up.ts'
import type { Fraction, PastUse } from './past-use.ts'

/** What a probable cost was worked out from. */
export interface Basis {
  readonly hasUnit: boolean
  /** Counted per member; null where there is none. */
  readonly limit: Limit | null
  readonly members: number
  readonly past: PastUse
  readonly remaining: Remaining
  readonly expected: Fraction | null
  readonly open: number | null
}

/** How a probable cost was worked out, in a sentence or two, with its numbers. */
export function exposureBasis(basis: Basis): string {
  const { hasUnit, limit, members, past, expected, open } = basis
  if (!hasUnit) return 'The edition states no unit cost, so no cost can be named.'
  if (members === 0) return 'Nobody holds the tier now.'
  if (expected === null) {
    return limit
      ? 'Nothing is known of earlier use, so everything that is open counts as probable.'
      : 'Nothing is known of earlier use, so nothing can be foreseen.'
  }
  const isCapped = open !== null && expected.over > BigInt(open) * expected.under
  const cap = isCapped ? `, of which ${open} can be made` : ''
  return `${pastWords(basis, past)} At that rate ${holders(basis)} make ${tenths(expected)} in ${timeWords(basis)}${cap}.`
}

function pastWords({ limit }: Basis, { used, months, memberMonths, allowed }: PastUse): string {
  const time = months.length === 1 ? 'the last complete month' : `the last ${months.length} complete months`
  if (!limit || !allowed)
    return `Holders used it ${times(used)} in ${time}, over ${countWords(memberMonths, 'member-month')}.`
  return `Holders made ${used} of ${tenths(allowed)} possible uses in ${time}.`
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

const holders = ({ members, limit }: Basis) =>
  `${countWords(members, 'holder')}${limit ? ` with ${limitWords(limit.count, limit.per)}` : ''}`

function timeWords({ remaining: { left, of, until } }: Basis): string {
  if (until === null) return 'the next twelve months'
  return `the ${left} of ${countWords(of, 'day')} that remain until ${dayWords(until)}`
}

/** To one decimal, which is left out where it is zero. */
const tenths = ({ over, under }: Fraction) => String(halfUp(over * 10n, under) / 10)
