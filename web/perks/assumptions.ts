import type { HabitsBasis } from '#program/perks/habits.ts'
import { capital, countWords, numberWord } from '#program/words/list-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import type { TierWorths } from './tier-worths.ts'

/** What the yearly worth of a tier was reckoned from, all of it, so that anyone can do the sum again. */
export interface Assumption {
  readonly about: string
  readonly words: string
}

export function assumptions({ habits, orders, words }: TierWorths, currency: string): readonly Assumption[] {
  const { averageMinor, basis, coveredPercent } = habits
  const amounts = orders.map(({ amountMinor }) => amountMinor).sort((one, other) => one - other)
  const [least, most] = [words(amounts[0] ?? 0), words(amounts.at(-1) ?? 0)]
  const size =
    basis.by === 'nothing'
      ? 'What they come to does not matter: no perk asks for an amount.'
      : `${words(averageMinor)} on average: ${basisWords(basis, currency)}. Their amounts rise evenly from ${least} to ${most}, a small and a large one in turn.`
  return [
    { about: 'Orders', words: `${capital(numberWord(habits.orders))} a year, evenly spread from January to December.` },
    { about: 'Amounts', words: size },
    {
      about: 'Categories',
      words: `${coveredPercent} % of the orders, some of each size, have something in the categories that a perk is limited to.`,
    },
    { about: 'Use', words: 'Every perk is used once with each order that has it, as often as its limit allows.' },
    { about: 'Worth', words: 'Each use counts with what you would pay for it without the perk.' },
  ]
}

function basisWords(basis: Exclude<HabitsBasis, { by: 'nothing' }>, currency: string): string {
  switch (basis.by) {
    case 'value-and-volume': {
      const ways = `${moneyWords(basis.spend, currency)} or ${countWords(basis.orders, 'order')}`
      return `${basis.tier} asks for ${ways}, which is about that much for each`
    }
    case 'value':
      return `about a month’s share of what ${basis.tier} asks for`
    case 'over':
      return 'the largest order that a perk asks for'
    default:
      return basis satisfies never
  }
}
