import type { CostsBody } from '#finance/costs-routes.ts'
import { formatMoney } from '#program/money.ts'
import { formatMonth, parseMonth } from '#program/month.ts'
import type { HeatCell, HeatMap, HeatRow } from '../pictures/heat-map.ts'
import { amountWords, minorOf } from './amount.ts'
import { periodWords, shortMonth } from './place-words.ts'
import { nameIn, type ProgramNames } from './program.ts'
import { hrefOf } from './query.ts'

/** The heat map of costs that are told apart by perk and month. */
export function heatData(body: CostsBody, program: ProgramNames): HeatMap {
  const { from, to, currency, items } = body
  const months = monthsOf(from, to)
  const minorCosts = new Map(items.map(({ perk, month, cost }) => [`${perk} ${month}`, minorOf(cost, currency)]))
  const grid: Grid = {
    ...{ from, to, currency, months },
    costOf: (perk, month) => minorCosts.get(`${perk} ${month}`),
    largest: Math.max(1, ...minorCosts.values()),
  }
  const perks = perksOf(items, program)
  return {
    sentence: sentenceOf(body),
    months: months.map(shortMonth),
    rows: perks.map((perk) => rowOf(perk, nameIn(program.perks, perk), grid)),
    total: totalOf(perks, grid),
  }
}

/** What rows and sums are made from. Costs are minor units; undefined where nothing was booked. */
interface Grid {
  readonly from: string
  readonly to: string
  readonly currency: string
  readonly months: readonly string[]
  readonly costOf: (perk: string, month: string) => number | undefined
  readonly largest: number
}

function rowOf(perk: string, name: string, grid: Grid): HeatRow {
  const { from, to, months, costOf } = grid
  const cells = months.map((month): HeatCell => {
    const cost = costOf(perk, month)
    if (cost === undefined) return { words: '–', href: null, share: null }
    const href = hrefOf('costs', { from: month, to: month, perk, by: 'tier' })
    return { words: wordsOf(cost, grid), href, share: cost / grid.largest }
  })
  const sum = sumOf(months.map((month) => costOf(perk, month)))
  const together = { words: wordsOf(sum, grid), href: hrefOf('costs', { from, to, perk, by: 'tier' }), share: null }
  return { name, href: hrefOf('costs', { from, to, perk, by: 'month' }), cells: [...cells, together] }
}

function totalOf(perks: readonly string[], grid: Grid): HeatCell[] {
  const { from, to, months, costOf } = grid
  const sums = months.map((month) => sumOf(perks.map((perk) => costOf(perk, month))))
  const cell = (sum: number, first: string, last: string): HeatCell => ({
    ...{ words: wordsOf(sum, grid), href: hrefOf('costs', { from: first, to: last, by: 'perk' }), share: null },
  })
  return [...months.map((month, index) => cell(sums[index] ?? 0, month, month)), cell(sumOf(sums), from, to)]
}

const sumOf = (costs: readonly (number | undefined)[]) => costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0)

const wordsOf = (minor: number, { currency }: Grid) => amountWords(formatMoney(minor, currency), currency)

/** Every month of a period, "2026-01". */
export function monthsOf(from: string, to: string): string[] {
  const first = parseMonth(from)
  return Array.from({ length: parseMonth(to) - first + 1 }, (_, index) => formatMonth(first + index))
}

/** Those of the program in its order, then those that it no longer has. */
function perksOf(items: CostsBody['items'], { perks }: ProgramNames): string[] {
  const used = new Set(items.flatMap(({ perk }) => (perk === undefined ? [] : [perk])))
  const known = perks.map(({ id }) => id).filter((id) => used.has(id))
  return [...known, ...[...used].filter((id) => !known.includes(id)).sort()]
}

const sentenceOf = ({ from, to, total, currency }: CostsBody) =>
  `In ${periodWords(from, to)} perks cost ${amountWords(total.cost, currency)}. The stronger a cell is shaded, the more of it.`
