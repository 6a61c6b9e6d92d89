import type { Column } from '#analytics/column.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { formatMoney } from '#program/money.ts'
import { entryColumns } from './entry-columns.ts'
import type { ExcelLocale, ExportSetting, ExportWriter } from './export-order.ts'
import { fileName } from './file-name.ts'
import { localTime } from './local-time.ts'
import { type Separation, separated } from './separated.ts'

interface Habits {
  readonly delimiter: Separation['delimiter']
  readonly decimal: '.' | ','
  /** From "2026", "05", "20". */
  readonly date: (year: string, month: string, day: string) => string
}

const HABITS: Readonly<Record<ExcelLocale, Habits>> = {
  'en-GB': { delimiter: ',', decimal: '.', date: (year, month, day) => `${day}/${month}/${year}` },
  'en-US': { delimiter: ',', decimal: '.', date: (year, month, day) => `${month}/${day}/${year}` },
  'de-DE': { delimiter: ';', decimal: ',', date: (year, month, day) => `${day}.${month}.${year}` },
  'fr-FR': { delimiter: ';', decimal: ',', date: (year, month, day) => `${day}/${month}/${year}` },
}

/**
 * For Excel as it is set up in a country: it takes columns and decimals apart by its own habits, and times by the clock of
 * the program. The media type is Excel's, because text is decoded on its way through some gateways, which eats the mark.
 */
export const excelCsv: ExportWriter = async (order, setting, entries) => {
  const locale = order.locale ?? 'en-GB'
  const habits = HABITS[locale]
  const bytes = separated(textRows(habits, setting, entries), { delimiter: habits.delimiter, hasMark: true })
  const name = fileName(setting.program, order.period, `-excel-${locale}.csv`)
  return [{ name, mediaType: 'application/vnd.ms-excel', bytes }]
}

async function* textRows(habits: Habits, setting: ExportSetting, entries: AsyncIterable<CostEntry>) {
  const columns = entryColumns(setting)
  yield columns.map(({ name }) => name)
  for await (const entry of entries) yield columns.map((column) => cell(column, entry, habits, setting))
}

function cell(column: Column<CostEntry>, entry: CostEntry, habits: Habits, setting: ExportSetting): string {
  if (column.kind === 'text') return defused(column.of(entry) ?? '')
  const value = column.of(entry)
  if (value === null) return ''
  switch (column.kind) {
    case 'whole':
      return String(value)
    case 'money':
      return formatMoney(value, setting.currency).replace('.', habits.decimal)
    case 'instant':
      return dateAndTime(localTime(value, setting.timeZone), habits)
    default:
      return column satisfies never
  }
}

function dateAndTime(text: string, { date }: Habits): string {
  const [day = '', time = ''] = text.split(' ')
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return `${date(year, month, dayOfMonth)} ${time}`
}

/** A text that Excel would take for a formula, also behind blanks or in wide characters. */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u

/** Text stays text: an apostrophe in front is how one tells Excel so. Numbers never come this way. */
const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
