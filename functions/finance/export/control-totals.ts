import type { Cell, SheetData } from 'write-excel-file/node'
import { formatMoney } from '#program/money.ts'
import { formatMonth } from '#program/month.ts'
import type { ExportOrder, ExportSetting } from './export-order.ts'
import { localTime } from './local-time.ts'
import { moneyFormat } from './money-format.ts'
import type { Sum, Tally } from './tally.ts'

/** The second sheet of a workbook: what the first must come to, however it was sorted and filtered since. */
export function controlTotals({ period }: ExportOrder, setting: ExportSetting, tally: Tally): SheetData {
  const { program, currency, timeZone } = setting
  const { total, byKind, byPerk, editions, events } = tally
  const at = (instant: number | undefined) => (instant === undefined ? '' : localTime(instant, timeZone))
  return [
    [bold('Program'), text(program)],
    [bold('Period'), text(`${formatMonth(period.from)} to ${formatMonth(period.to)}`)],
    [bold('Currency'), text(currency)],
    [bold('Time zone'), text(timeZone)],
    [bold('First edition'), editions === null ? null : number(editions.first)],
    [bold('Last edition'), editions === null ? null : number(editions.last)],
    [bold('First event'), text(at(events?.first))],
    [bold('Last event'), text(at(events?.last))],
    [],
    [bold('What'), bold('Rows'), bold('Cost')],
    sumRow('All entries', total, currency),
    ...sumsOf('Kind: ', byKind, currency),
    ...sumsOf('Perk: ', byPerk, currency),
  ]
}

const sumsOf = (what: string, sums: ReadonlyMap<string, Sum>, currency: string) =>
  [...sums.entries()].sort().map(([name, sum]) => sumRow(what + name, sum, currency))

const sumRow = (what: string, { rows, costMinor }: Sum, currency: string): Cell[] => [
  text(what),
  number(rows),
  { value: Number(formatMoney(costMinor, currency)), type: Number, format: moneyFormat(currency) },
]

const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })
const text = (value: string): Cell => ({ value, type: String })
const number = (value: number): Cell => ({ value, type: Number, format: '0' })
