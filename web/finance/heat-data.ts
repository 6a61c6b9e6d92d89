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
  const costOf = new Map(items.map(({ perk, month, cost }) => [`${perk} ${month}`, minorOf(cost, currency)]))
  const largest = Math.max(1, ...costOf.values())
  const perks = perksOf(items, program)
  const words = (minor: number) => amountWords(formatMoney(minor, currency), currency)
  const sumOf = (month: string) => perks.reduce((sum, perk) => sum + (costOf.get(`${perk} ${month}`) ?? 0), 0)
  const monthSums = months.map(sumOf)
  return {
    sentence: sentenceOf(body),
    months: months.map(shortMonth),
    rows: perks.map((perk): HeatRow => {
      const costs = months.map((month) => costOf.get(`${perk} ${month}`))
      const sum = costs.reduce<number>((all, cost) => all + (cost ?? 0), 0)
      return {
        name: nameIn(program.perks, perk),
        href: hrefOf('costs', { from, to, perk, by: 'month' }),
        cells: [
          ...costs.map((cost, index) => cellOf(cost, months[index] ?? '', perk)),
          { words: words(sum), href: hrefOf('costs', { from, to, perk, by: 'tier' }), share: null },
        ],
      }
    }),
    total: [
      ...months.map((month, index) => ({
        ...{ words: words(monthSums[index] ?? 0), href: hrefOf('costs', { from: month, to: month, by: 'perk' }) },
        share: null,
      })),
      {
        words: words(monthSums.reduce((sum, cost) => sum + cost, 0)),
        href: hrefOf('costs', { from, to, by: 'perk' }),
        share: null,
      },
    ],
  }

  function cellOf(cost: number | undefined, month: string, perk: string): HeatCell {
    if (cost === undefined) return { words: '–', href: null, share: null }
    const href = hrefOf('costs', { from: month, to: month, perk, by: 'tier' })
    return { words: words(cost), href, share: cost / largest }
  }
}

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
  `In ${periodWords(from, to)} perks cost ${amountWords(total.cost, currency)}. The darker a cell, the more of it.`
