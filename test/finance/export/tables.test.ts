import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetMetadata } from 'hyparquet'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { correction, exported, use } from './exported.ts'

const invoice = { source: 'parcel-line', id: 'inv-1', amountMinor: 299 }
const ENTRIES = [
  use('r-1', { source: '=1+1' }),
  use('r-2', { perk: 'wrap', edition: 2, costMinor: 115 }),
  correction('v-2', 'reversal', -115, { perk: 'wrap', edition: 2 }),
  correction('t-1', 'true-up', -21, { invoice }),
]

describe('a workbook', () => {
  const sheets = async () => {
    const { files } = await exported({ format: 'xlsx' }, ENTRIES)
    return readExcelFile(Buffer.from(files[0]?.bytes ?? []))
  }

  test('has numbers that are numbers, dates that are dates by the shop’s clock, and text that is no formula', async () => {
    const [header = [], first = [], , third = []] = (await sheets())[0]?.data ?? []
    const of = (row: readonly unknown[], name: string) => row[header.indexOf(name)]
    expect(of(first, 'source')).toBe('=1+1')
    expect(of(first, 'edition')).toBe(1)
    expect(of(first, 'basket')).toBe(59.9)
    expect(of(first, 'booked_at')).toEqual(new Date('2026-05-31T13:00:00Z'))
    expect(of(third, 'cost')).toBe(-1.15)
    expect(of(third, 'worth')).toBeNull()
  })

  test('has control totals on a second sheet', async () => {
    const [, totals] = await sheets()
    expect(totals?.sheet).toBe('Control totals')
    const said = (totals?.data ?? []).map((row) => row.filter((cell) => cell !== null))
    expect(said).toEqual(
      expect.arrayContaining([
        ['Currency', 'GBP'],
        ['Time zone', 'Europe/London'],
        ['First edition', 1],
        ['Last edition', 2],
        ['First event', '2026-05-31 13:00:00'],
        ['All entries', 4, 2.99],
        ['Kind: use', 2, 4.35],
        ['Kind: reversal', 1, -1.15],
        ['Kind: true-up', 1, -0.21],
        ['Perk: delivery', 2, 2.99],
        ['Perk: wrap', 2, 0],
      ]),
    )
  })

  test('with more rows than it holds is refused, and other formats are named', async () => {
    const many = Array.from({ length: 20_001 }, (_, place) => use(`r-${place}`))
    const refused = exported({ format: 'xlsx' }, many)
    await expect(refused).rejects.toMatchObject({ status: 413, message: expect.stringContaining('csv or parquet') })
  })
})

describe('a Parquet file', () => {
  test('is read by DuckDB with its types: whole minor units, times, text, and nothing where there is nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cleartier-parquet-'))
    const { files } = await exported({ format: 'parquet' }, ENTRIES)
    const path = join(folder, 'entries.parquet')
    await writeFile(path, files[0]?.bytes ?? '')
    const connection = await (await DuckDBInstance.create()).connect()
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson()
    const types = Object.fromEntries(
      (await read(`DESCRIBE SELECT * FROM '${path}'`)).map(([name, type]) => [name, type]),
    )
    const sums = await read(
      `SELECT kind, SUM(cost_minor), COUNT(worth_minor), MAX(booked_at) FROM '${path}' GROUP BY kind ORDER BY kind`,
    )
    connection.closeSync()
    await rm(folder, { recursive: true })
    expect(types).toMatchObject({
      id: 'VARCHAR',
      edition: 'BIGINT',
      cost_minor: 'BIGINT',
      invoice_amount_minor: 'BIGINT',
    })
    expect(types.booked_at).toMatch(/^TIMESTAMP/)
    expect(sums.map((row) => row.slice(0, 3).map(String))).toEqual([
      ['reversal', '-115', '0'],
      ['true-up', '-21', '0'],
      ['use', '435', '2'],
    ])
    expect(String(sums[0]?.[3])).toContain('2026-05-31 12:00:00')
  })

  test('has row groups of bounded size, and one without rows still has its columns', async () => {
    const { files } = await exported(
      { format: 'parquet' },
      Array.from({ length: 25_000 }, (_, place) => use(`r-${place}`)),
    )
    const groups = parquetMetadata(files[0]?.bytes.slice().buffer as ArrayBuffer).row_groups
    expect(groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 10_000, 5_000])
    const empty = await exported({ format: 'parquet' }, [])
    const metadata = parquetMetadata(empty.files[0]?.bytes.slice().buffer as ArrayBuffer)
    expect(Number(metadata.num_rows)).toBe(0)
    expect(metadata.schema.map(({ name }) => name)).toContain('cost_minor')
  })
})
