import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { parquetReadObjects } from 'hyparquet'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { anyEntries } from './any-entries.ts'
import { exported, setting, textOf } from './exported.ts'

/** Minor units from an amount in text. */
const minorOf = (text: string) => Math.round(Number(text) * 100)
const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0)

/** How each format's files are added up again, with libraries that did not write them. */
const TOTALS: Readonly<Record<string, (entries: readonly CostEntry[]) => Promise<number>>> = {
  csv: async (entries) => {
    const rows = parse(await textOf({ format: 'csv' }, entries), { columns: true }) as { cost: string }[]
    return sum(rows.map(({ cost }) => minorOf(cost)))
  },
  'excel-csv': async (entries) => {
    const text = await textOf({ format: 'excel-csv', locale: 'de-DE' }, entries)
    const rows = parse(text, { columns: true, bom: true, delimiter: ';' }) as { cost: string }[]
    return sum(rows.map(({ cost }) => minorOf(cost.replace(',', '.'))))
  },
  xlsx: async (entries) => {
    const { files } = await exported({ format: 'xlsx' }, entries)
    const [sheet] = await readExcelFile(Buffer.from(files[0]?.bytes ?? []))
    const [header = [], ...rows] = sheet?.data ?? []
    return sum(rows.map((row) => minorOf(String(row[header.indexOf('cost')]))))
  },
  parquet: async (entries) => {
    const { files } = await exported({ format: 'parquet' }, entries)
    const file = files[0]?.bytes.slice().buffer as ArrayBuffer
    return sum((await parquetReadObjects({ file })).map(({ cost_minor }) => Number(cost_minor)))
  },
  hledger: async (entries) => {
    const text = await textOf({ format: 'hledger' }, entries)
    return sum([...text.matchAll(/^ {4}Expenses:\S+ {2}(\S+) GBP$/gm)].map(([, cost = '']) => minorOf(cost)))
  },
  beancount: async (entries) => {
    const text = await textOf({ format: 'beancount' }, entries)
    return sum([...text.matchAll(/^ {2}Expenses:\S+ {2}(\S+) GBP$/gm)].map(([, cost = '']) => minorOf(cost)))
  },
  xero: async (entries) => {
    const unit = { unit: '1.00', accountCode: '429' }
    const costs = new Map(
      [1, 2].map((edition) => [edition, Object.fromEntries(entries.map(({ perk }) => [perk, unit]))]),
    )
    const { files } = await exported({ format: 'xero', contra: '850' }, entries, { costs })
    const rows = files.flatMap(({ bytes }) => parse(Buffer.from(bytes), { columns: true }) as Record<string, string>[])
    return sum(rows.filter((row) => row['*AccountCode'] === '429').map((row) => minorOf(row['*Amount'] ?? '')))
  },
}

describe('whatever was booked', () => {
  test.each(Object.keys(TOTALS))('%s comes to the sum of the entries', async (format) => {
    const property = fc.asyncProperty(anyEntries, async (entries) => {
      expect(await TOTALS[format]?.(entries)).toBe(sum(entries.map(({ costMinor }) => costMinor)))
    })
    await fc.assert(property, { numRuns: 30 })
  })

  test('csv gives back every text as it was, and every row', async () => {
    const property = fc.asyncProperty(anyEntries, async (entries) => {
      const rows = parse(await textOf({ format: 'csv' }, entries), { columns: true }) as Record<string, string>[]
      expect(
        rows.map(({ id, perk, tier, source, member, order_id }) => [id, perk, tier, source, member, order_id]),
      ).toEqual(
        entries.map(({ id, perk, tier, source, member, order }) => [
          id,
          perk,
          tier,
          source,
          setting().pseudonym(member),
          order ?? '',
        ]),
      )
    })
    await fc.assert(property, { numRuns: 50 })
  })

  test.each(['csv', 'excel-csv', 'xlsx', 'parquet', 'hledger', 'beancount'] as const)(
    'the same entries make the same bytes in %s',
    async (format) => {
      const [entries = []] = fc.sample(anyEntries, { numRuns: 1, seed: 4 })
      const [one, other] = [await exported({ format }, entries), await exported({ format }, entries)]
      expect(one.manifest).toEqual(other.manifest)
      expect(one.manifest.files).toHaveLength(1)
    },
  )
})
