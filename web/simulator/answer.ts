import type { Tier } from '#program/edition.ts'
import { formatMoney } from '#program/money.ts'
import { formatMonth, type Month } from '#program/month.ts'
import { type Habits, yearOfOrders } from '#program/perks/habits.ts'
import { type Intent, type Simulation, simulate } from '#program/perks/simulate.ts'
import { type PerkWorth, yearlyWorth } from '#program/perks/worth.ts'
import { monthWords } from '#program/words/date-words.ts'
import { andWords, countWords } from '#program/words/list-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import type { Program } from './program.ts'

/** What somebody would get, in figures and in words. */
export interface Answer {
  readonly start: Month
  readonly simulation: Simulation
  readonly tier: Tier
  /** The tier above; null at the top. */
  readonly next: Tier | null
  /** The perks of the tier, those that come to nothing included. */
  readonly perks: readonly PerkWorth[]
  readonly totalMinor: number
  /** "You would reach Gold in October 2027." */
  readonly sentence: string
  /** The tiers reached before it; empty where there are none. */
  readonly onTheWay: string
  /** How long it lasts. */
  readonly holding: string
  /** What its perks come to. */
  readonly worth: string
}

/** Asks the program's own rules. `start` is the month in which buying begins. */
export function answer(program: Program, intent: Intent, habits: Habits, start: Month): Answer {
  const { edition, perks, currency } = program
  const { tiers, timeZone } = edition
  const simulation = simulate(edition, intent, start)
  const { highest } = simulation
  const tier = tiers[highest]
  if (!tier) throw new RangeError(`There is no tier of rank ${highest}.`)
  const orders = yearOfOrders(habits, start, timeZone)
  const yearly = yearlyWorth(perks, highest, orders, timeZone)
  return {
    ...{ start, simulation, tier, next: tiers[highest + 1] ?? null, totalMinor: yearly.totalMinor },
    perks: yearly.perks.filter(({ perk }) => perk.terms[highest]),
    onTheWay: wayWords(simulation, program, start),
    ...tierWords(simulation, program, tier.name, start),
    worth: worthWords(yearly.totalMinor, habits.orders, tier.name, currency),
  }
}

const monthAt = (start: Month, index: number) => monthWords(formatMonth(start + index))

function tierWords({ ranks, highest, reachedIn }: Simulation, { edition }: Program, name: string, start: Month) {
  if (highest === 0)
    return { sentence: `You would be ${name}, as everyone is.`, holding: 'No higher tier is reached this way.' }
  const sentence =
    reachedIn === 0
      ? `You would be ${name} from this month on.`
      : `You would reach ${name} in ${monthAt(start, reachedIn)}.`
  const lost = ranks.findIndex((rank, index) => index > reachedIn && rank < highest)
  if (lost < 0) return { sentence, holding: 'It stays yours as long as you go on like this.' }
  const after = edition.tiers[ranks[lost] ?? 0]?.name ?? ''
  return { sentence, holding: `It lasts to the end of ${monthAt(start, lost - 1)}; then you would hold ${after}.` }
}

function wayWords({ ranks, reachedIn }: Simulation, { edition }: Program, start: Month): string {
  const reached = ranks.slice(0, reachedIn).flatMap((rank, index) => {
    const isFirst = rank > Math.max(0, ...ranks.slice(0, index))
    return isFirst ? [`${edition.tiers[rank]?.name} in ${monthAt(start, index)}`] : []
  })
  return reached.length > 0 ? `Before that, ${andWords(reached)}.` : ''
}

function worthWords(totalMinor: number, orders: number, name: string, currency: string): string {
  const sum = moneyWords(formatMoney(totalMinor, currency), currency)
  return `With ${countWords(orders, 'order')} a year, the perks of ${name} would be worth ${sum} a year to you.`
}
