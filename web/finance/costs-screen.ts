import type { CostsBody } from '#finance/costs-routes.ts'
import { countWords } from '#program/words/list-words.ts'
import { amountWords, numberWords } from './amount.ts'
import { type Cell, dataTable } from './data-table.ts'
import { costsFilters } from './filters.ts'
import { aboutWords, dimensionWords, periodWords } from './place-words.ts'
import type { ProgramNames } from './program.ts'
import { type Fields, hrefOf } from './query.ts'
import type { Screen } from './screen.ts'

export type Dimension = CostsBody['by'][number]
type CostRow = CostsBody['items'][number]

const HEADS: Readonly<Record<Dimension, string>> = {
  perk: 'Perk',
  tier: 'Tier',
  month: 'Month',
  edition: 'Edition',
  source: 'Source',
}

/** What perks cost in a period, told apart as asked; every row leads to the entries behind it. */
export function costsScreen(body: CostsBody, fields: Fields, program: ProgramNames): Screen {
  const { from, to, by, items, total, currency } = body
  const about = aboutWords(from, to, fields, program)
  return {
    title: 'Costs',
    about,
    lead: leadOf(body),
    filters: costsFilters({ ...fields, from, to, by: by.join(',') }, program),
    body: `${dataTable({
      caption: `Costs by ${by.join(', ') || 'nothing: the sum alone'}. ${about}.`,
      columns: [...headsOf(by), ...FIGURES],
      rows: items.map((row) => [
        ...placeCells(row, body, fields, program),
        ...sumCells(row, currency, row, body, fields),
      ]),
      total: [...totalCells(by), ...sumCells(total, currency, {}, body, fields)],
    })}${checkButton}`,
  }
}

const FIGURES = ['Uses', 'Accrued', 'True-up', 'Cost'].map((head) => ({ head, isFigure: true }))

const checkButton =
  '<p class="actions"><button class="button quiet" type="button" data-action="reconcile">' +
  'Check these months against every entry</button></p>'

const headsOf = (by: readonly Dimension[]) =>
  by.length === 0 ? [{ head: '' }] : by.map((name) => ({ head: HEADS[name] }))

function leadOf({ from, to, total, currency }: CostsBody): string {
  if (total.entries === 0) return `Nothing was booked in ${periodWords(from, to)}.`
  const variance = total.trueUp.startsWith('-') ? total.trueUp.slice(1) : total.trueUp
  const direction = total.trueUp.startsWith('-') ? 'less' : 'more'
  const trueUp = /[1-9]/.test(variance)
    ? `; invoices came to ${amountWords(variance, currency)} ${direction} than was accrued`
    : ''
  return `${countWords(total.uses, 'use')} cost ${amountWords(total.cost, currency)} in ${periodWords(from, to)}${trueUp}.`
}

/** The dimensions of a row; the first leads to the same months, narrowed to it and told apart by month. */
function placeCells(row: CostRow, body: CostsBody, fields: Fields, program: ProgramNames): Cell[] {
  if (body.by.length === 0) return [{ text: 'All' }]
  return body.by.map((name, index) => {
    const text = dimensionWords(name, String(row[name]), program)
    const narrowed = { ...narrowedTo(row, body, fields), by: furtherBy(body.by) }
    return index === 0 ? { text, href: hrefOf('costs', narrowed) } : { text }
  })
}

/** What is still to be told apart once a row is looked at by itself. */
function furtherBy(by: readonly Dimension[]): string {
  return (['month', 'perk', 'tier', 'source', 'edition'] as const).find((name) => !by.includes(name)) ?? 'month'
}

const totalCells = (by: readonly Dimension[]): Cell[] =>
  Array.from({ length: Math.max(1, by.length) }, (_, index) => ({ text: index === 0 ? 'Together' : '' }))

function sumCells(sums: CostsBody['total'], currency: string, row: Partial<CostRow>, body: CostsBody, fields: Fields) {
  const href = hrefOf('entries', narrowedTo(row, body, fields))
  return [
    { text: numberWords(sums.uses) },
    { text: amountWords(sums.accrued, currency) },
    { text: amountWords(sums.trueUp, currency) },
    { text: amountWords(sums.cost, currency), href },
  ]
}

/** The filters under which one finds just what makes up a row. */
export function narrowedTo(
  row: Partial<CostRow>,
  { from, to }: Pick<CostsBody, 'from' | 'to'>,
  fields: Fields,
): Fields {
  const { by: _, ...filters } = fields
  return {
    ...filters,
    from: row.month ?? from,
    to: row.month ?? to,
    ...(row.perk !== undefined && { perk: row.perk }),
    ...(row.tier !== undefined && { tier: row.tier }),
    ...(row.edition !== undefined && { edition: String(row.edition) }),
    ...(row.source !== undefined && { source: row.source }),
  }
}
