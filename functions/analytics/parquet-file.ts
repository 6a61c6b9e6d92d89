import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Column } from './column.ts'

/** Rows that are kept until they are written; with some twenty columns they take about 10 MB. */
const ROWS_IN_GROUP = 10_000

/**
 * Rows as one Parquet file, a row group at a time, so that memory does not grow with the rows. Money and whole numbers are
 * INT64, amounts in minor units; instants are TIMESTAMP in milliseconds, UTC. The same rows give the same bytes.
 */
export async function* parquetFile<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  rowsInGroup = ROWS_IN_GROUP,
): AsyncGenerator<Uint8Array, void, undefined> {
  const writer = new ByteWriter()
  const parquet = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'cleartier' })
  let group: Row[] = []
  for await (const row of rows) {
    group.push(row)
    if (group.length < rowsInGroup) continue
    await writeGroup(parquet, columns, group)
    group = []
    yield taken(writer)
  }
  if (group.length > 0) await writeGroup(parquet, columns, group)
  await parquet.finish()
  yield taken(writer)
}

async function writeGroup<Row>(parquet: ParquetWriter, columns: readonly Column<Row>[], rows: readonly Row[]) {
  const columnData = columns.map((column) => ({ name: column.name, data: rows.map((row) => stored(column, row)) }))
  await parquet.write({ columnData, rowGroupSize: rows.length })
}

function stored<Row>(column: Column<Row>, row: Row): string | bigint | null {
  const value = column.of(row)
  return typeof value === 'number' ? BigInt(value) : value
}

/** What was written since the last time; the writer goes on with its buffer, and with counting from the beginning. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}

const schemaOf = <Row>(columns: readonly Column<Row>[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(elementOf),
]

function elementOf<Row>({ name, kind }: Column<Row>): SchemaElement {
  switch (kind) {
    case 'text':
      return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }
    case 'whole':
    case 'money':
      return { name, type: 'INT64', repetition_type: 'OPTIONAL' }
    case 'instant':
      return { name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'OPTIONAL' }
    default:
      return kind satisfies never
  }
}
