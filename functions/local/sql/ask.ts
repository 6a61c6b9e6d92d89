import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { SetupFault } from '../setup-fault.ts'

/** What a question came to: the names of the columns, and the values as texts; null where there is none. */
export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

/** Asks in SQL of the Parquet files below a folder, which are its table `entries`. Throws {@link SetupFault} without any. */
export async function ask(sql: string, folder: string): Promise<Answer> {
  const entries = join(folder, 'entries')
  if (!existsSync(entries)) {
    throw new SetupFault(`There are no entries in ${folder} yet. "npm start" writes them there while it runs.`)
  }
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  try {
    const files = `${entries}/*/*.parquet`.replaceAll("'", "''")
    await connection.run(
      `CREATE VIEW entries AS SELECT * FROM read_parquet('${files}', hive_partitioning = true, hive_types_autocast = false)`,
    )
    const result = await connection.runAndReadAll(sql)
    const rows = result.getRowsJson().map((row) => row.map((value) => (value === null ? null : String(value))))
    return { columns: result.columnNames(), rows }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
