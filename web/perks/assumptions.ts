import type { HabitsBasis } from '#program/perks/habits.ts'
import { moneyWords } from '#program/words/money-words.ts'
import type { PageWords } from '../words/english.ts'
import type { TierWorths } from './tier-worths.ts'

/** What the yearly worth of a tier was reckoned from, all of it, so that anyone can do the sum again. */
export interface Assumption {
  readonly about: string
  readonly words: string
}

type Words = Pick<PageWords, 'worth' | 'wording'>

export function assumptions(worths: TierWorths, currency: string, says: Words): readonly Assumption[] {
  const { habits, orders, words } = worths
  const { averageMinor, basis, coveredPercent } = habits
  const { worth } = says
  const amounts = orders.map(({ amountMinor }) => amountMinor).sort((one, other) => one - other)
  const [least, most] = [words(amounts[0] ?? 0), words(amounts.at(-1) ?? 0)]
  const size =
    basis.by === 'nothing'
      ? worth.noAmounts
      : worth.amounts(words(averageMinor), basisWords(basis, currency, says), least, most)
  return [
    { about: worth.about.orders, words: worth.orders(habits.orders) },
    { about: worth.about.amounts, words: size },
    { about: worth.about.categories, words: worth.categories(coveredPercent) },
    { about: worth.about.use, words: worth.use },
    { about: worth.about.worth, words: worth.worth },
  ]
}

function basisWords(
  basis: Exclude<HabitsBasis, { by: 'nothing' }>,
  currency: string,
  { worth, wording }: Words,
): string {
  switch (basis.by) {
    case 'value-and-volume':
      return worth.byBoth(basis.tier, moneyWords(basis.spend, currency, wording.locale), basis.orders)
    case 'value':
      return worth.byValue(basis.tier)
    case 'over':
      return worth.byOver
    default:
      return basis satisfies never
  }
}
