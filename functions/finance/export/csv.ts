import type { Column } from '#analytics/column.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { formatMoney } from '#program/money.ts'
import { entryColumns } from './entry-columns.ts'
import type { ExportSetting, ExportWriter } from './export-order.ts'
import { fileName } from './file-name.ts'
import { separated } from './separated.ts'

/** For machines: RFC 4180, UTF-8 without a mark, decimal amounts with a dot, RFC 3339 instants in UTC. */
export const csv: ExportWriter = async (order, setting, entries) => {
  const bytes = separated(textRows(setting, entries), { delimiter: ',', hasMark: false })
  return [{ name: fileName(setting.program, order.period, '.csv'), mediaType: 'text/csv', bytes }]
}

async function* textRows(setting: ExportSetting, entries: AsyncIterable<CostEntry>) {
  const columns = entryColumns(setting)
  yield columns.map(({ name }) => name)
  for await (const entry of entries) yield columns.map((column) => cell(column, entry, setting.currency))
}

function cell(column: Column<CostEntry>, entry: CostEntry, currency: string): string {
  if (column.kind === 'text') return column.of(entry) ?? ''
  const value = column.of(entry)
  if (value === null) return ''
  switch (column.kind) {
    case 'whole':
      return String(value)
    case 'money':
      return formatMoney(value, currency)
    case 'instant':
      return new Date(value).toISOString()
    default:
      return column satisfies never
  }
}
