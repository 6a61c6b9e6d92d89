import type { Column } from '#analytics/column.ts'
import { parquetFile } from '#analytics/parquet-file.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { entryColumns } from './entry-columns.ts'
import type { ExportWriter } from './export-order.ts'
import { fileName } from './file-name.ts'

export const PARQUET_TYPE = 'application/vnd.apache.parquet'

/** For databases: typed columns, amounts as whole minor units under names that say so. */
export const parquet: ExportWriter = async (order, setting, entries) => [
  {
    name: fileName(setting.program, order.period, '.parquet'),
    mediaType: PARQUET_TYPE,
    bytes: parquetFile(entryColumns(setting).map(named), entries),
  },
]

const named = (column: Column<CostEntry>): Column<CostEntry> =>
  column.kind === 'money' ? { ...column, name: `${column.name}_minor` } : column
