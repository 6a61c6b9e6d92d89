import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { USUAL } from '#local/costs/assumptions.ts'

const FILE = new URL('../../../../shared/data/online-retail-invoices.csv', import.meta.url)
// The purchases are test input of their own licence, so they are not in the repository.
const withData = existsSync(FILE)
  ? test
  : (name: string) => test.skip(`${name} (skipped: there is no ../shared/data here)`)

const MONTHS = 12.3

/** Purchases of customers who are known, as customer and hour ("6/12/2011 12"). */
function purchases(): readonly { readonly customer: string; readonly hour: string }[] {
  const rows = parse(readFileSync(FILE, 'utf8'), { columns: true }) as readonly Record<string, string>[]
  return rows
    .filter(({ CustomerID, InvoiceNo = '', Quantity }) => {
      return /^\d+$/.test(CustomerID ?? '') && !/^[AC]/.test(InvoiceNo) && Number(Quantity) > 0
    })
    .map(({ CustomerID = '', InvoiceDate = '' }) => ({ customer: CustomerID, hour: InvoiceDate.split(':')[0] ?? '' }))
}

function mostOf(values: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Math.max(...counts.values())
}

withData('how often members buy, and how busy the busiest hour is, are those of a real shop', () => {
  const all = purchases()
  const customers = new Set(all.map(({ customer }) => customer)).size
  expect([all.length, customers]).toEqual([18_566, 4_339])
  expect(all.length / customers / MONTHS).toBeCloseTo(USUAL.purchases, 2)
  const hours = 374 * 24
  expect(Math.round(mostOf(all.map(({ hour }) => hour)) / (all.length / hours))).toBe(USUAL.peak)
  expect(mostOf(all.map(({ customer }) => customer))).toBe(211)
})
