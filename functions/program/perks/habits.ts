import { currencyDecimals } from '../currency.ts'
import type { ProgramDocument, RowDocument } from '../document.ts'
import { parseMoney } from '../money.ts'
import { type Month, yearOf } from '../month.ts'
import { startOfMonth } from '../zone.ts'

/** How somebody buys in a year: what perks are worth is reckoned from it. */
export interface Habits {
  /** Orders a year. */
  readonly orders: number
  /** What they come to together, minor units. */
  readonly spendMinor: number
  /** 0 to 100: of how many orders some part lies in the categories that a perk is limited to. */
  readonly coveredPercent: number
}

/** From what the usual order of a program was taken, so that it can be said. */
export type HabitsBasis =
  /** The tier can be reached by value or by volume: the program itself holds the two to be equal. */
  | { readonly by: 'value-and-volume'; readonly tier: string; readonly spend: string; readonly orders: number }
  /** The least that the tier asks for, spread over the orders of a year. */
  | { readonly by: 'value'; readonly tier: string }
  /** The largest order that any perk asks for. */
  | { readonly by: 'over' }
  /** The program names no amount; none matters. */
  | { readonly by: 'nothing' }

export interface UsualHabits extends Habits {
  /** Of one order, minor units; whole units of the currency where it comes to at least one. */
  readonly averageMinor: number
  readonly basis: HabitsBasis
}

/** An order a month, and something of the categories asked for in every second one. */
const ORDERS = 12
const COVERED_PERCENT = 50

/** The habits by which the tiers of a program are compared, the same for all of them. Derived from the program alone. */
export function usualHabits(document: ProgramDocument): UsualHabits {
  const { averageMinor: exact, basis } = usualOrder(document)
  const unit = 10 ** currencyDecimals(document.currency)
  const averageMinor = exact < unit ? exact : exact - (exact % unit)
  return { orders: ORDERS, spendMinor: ORDERS * averageMinor, coveredPercent: COVERED_PERCENT, averageMinor, basis }
}

interface UsualOrder {
  readonly averageMinor: number
  readonly basis: HabitsBasis
}

function usualOrder({ tiers, perks, currency, qualification }: ProgramDocument): UsualOrder {
  for (const { name, qualify = [] } of tiers) {
    const spend = qualify.find((row) => asksOnlyFor(row, 'spend'))?.spend
    const orders = qualify.find((row) => asksOnlyFor(row, 'orders'))?.orders
    if (spend === undefined || !orders) continue
    const averageMinor = Math.floor(parseMoney(spend, currency) / orders)
    return { averageMinor, basis: { by: 'value-and-volume', tier: name, spend, orders } }
  }
  for (const { name, qualify = [] } of tiers) {
    const spend = qualify.find((row) => asksOnlyFor(row, 'spend'))?.spend
    if (spend === undefined) continue
    // With an order a month, one order is a month's share of what the period asks for.
    const averageMinor = Math.floor(parseMoney(spend, currency) / qualification.months)
    return { averageMinor, basis: { by: 'value', tier: name } }
  }
  const overs = perks.flatMap(({ terms }) => Object.values(terms).map(({ over }) => parseMoney(over ?? '0', currency)))
  const most = Math.max(0, ...overs)
  return { averageMinor: most, basis: most > 0 ? { by: 'over' } : { by: 'nothing' } }
}

const asksOnlyFor = (row: RowDocument, measure: keyof RowDocument) =>
  row[measure] !== undefined && Object.keys(row).length === 1

/** One of the orders of a year. */
export interface YearOrder {
  /** Epoch milliseconds. */
  readonly at: number
  readonly amountMinor: number
  /** Some part of it lies in the categories that a perk is limited to. */
  readonly isCovered: boolean
}

/**
 * The orders that habits come to, evenly spread over the calendar year that a month lies in. Their amounts rise evenly from
 * almost nothing to almost twice the average, a small and a large one in turn, and add up to the spend exactly.
 */
export function yearOfOrders(
  { orders, spendMinor, coveredPercent }: Habits,
  month: Month,
  timeZone: string,
): YearOrder[] {
  const january = yearOf(month) * 12
  const [start, end] = [startOfMonth(january, timeZone), startOfMonth(january + 12, timeZone)]
  return Array.from({ length: orders }, (_, index) => {
    const size = index % 2 === 0 ? index / 2 : orders - (index + 1) / 2
    return {
      at: Math.floor(start + ((index + 0.5) * (end - start)) / orders),
      amountMinor: uptoSize(spendMinor, size + 1, orders) - uptoSize(spendMinor, size, orders),
      isCovered: Math.floor(((size + 1) * coveredPercent) / 100) > Math.floor((size * coveredPercent) / 100),
    }
  })
}

/** What the `sizes` smallest of the orders come to: squares grow by the odd numbers, which is to say evenly. */
const uptoSize = (spendMinor: number, sizes: number, orders: number) =>
  Number((BigInt(spendMinor) * BigInt(sizes * sizes)) / BigInt(orders * orders))
