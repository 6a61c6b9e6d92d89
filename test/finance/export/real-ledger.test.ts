import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entryFiles } from '#local/analytics/entry-files.ts'
import { exportPeriod } from '#local/export/export-period.ts'
import { formatMoney } from '#program/money.ts'
import { parseMonth } from '#program/month.ts'
import { type BookShop, bookShop, used } from '../../ledger/fresh-books.ts'
import { answerTo } from '../../local/sql/shelf.ts'

const JUNE = parseMonth('2026-06')
const PERIOD = { from: JUNE, to: JUNE }
const pseudonym = (member: string) => `p-of-${member}`

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cleartier-real-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Twelve uses, of which one is taken back and one is settled by an invoice. */
async function busyShop(): Promise<BookShop> {
  const shop = await bookShop()
  const { ledger, books, clock } = shop
  const ids: string[] = []
  for (let place = 0; place < 12; place++) {
    ids.push(await used(ledger, `key-${place}`, place % 3 === 0 ? 'delivery' : 'coffee', `o-${place}`))
    clock.now += 60_000
  }
  await ledger.reverse(ids[1] ?? '', 'till-1')
  const line = { source: 'parcel-line', id: 'inv-1', time: clock.now, amountMinor: 299, redemption: ids[0] ?? '' }
  await books.recordActuals([line])
  return shop
}

async function inMinor({ books }: BookShop): Promise<number> {
  const totals = await books.costTotals(PERIOD)
  return totals.reduce((sum, { accruedMinor, trueUpMinor }) => sum + accruedMinor + trueUpMinor, 0)
}

describe('what a real ledger holds', () => {
  test.each(['csv', 'excel-csv', 'xlsx', 'parquet', 'hledger', 'beancount'] as const)(
    'is exported as %s with the totals of the ledger, and the manifest tells the files',
    async (format) => {
      const shop = await busyShop()
      const manifest = await exportPeriod({ ...shop, pseudonym }, { format, period: PERIOD }, folder, () => {})
      expect(manifest.rows).toBe(14)
      expect(manifest.sums).toEqual([{ currency: 'GBP', cost: formatMoney(await inMinor(shop), 'GBP') }])
      const names = manifest.files.map(({ name }) => name)
      expect((await readdir(folder)).toSorted()).toEqual([...names, 'manifest.json'].toSorted())
      for (const { name, sha256 } of manifest.files) {
        expect(
          createHash('sha256')
            .update(await readFile(join(folder, name)))
            .digest('hex'),
        ).toBe(sha256)
      }
      expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).toEqual(manifest)
    },
  )

  test('leaves no file behind when it cannot be exported', async () => {
    const shop = await busyShop()
    const books = {
      ...shop.books,
      async *costEntries() {
        for await (const entry of shop.books.costEntries(PERIOD)) {
          yield entry
          throw new Error('The database went away.')
        }
      },
    }
    const failed = exportPeriod({ ...shop, books, pseudonym }, { format: 'csv', period: PERIOD }, folder, () => {})
    await expect(failed).rejects.toThrow('went away')
    expect(await readdir(folder)).toEqual([])
  })

  test('is answered in SQL as the totals say it, perk by perk', async () => {
    const shop = await busyShop()
    const files = entryFiles({ folder, books: shop.books, timeZone: 'Europe/London', pseudonym, now: () => 0 })
    await files.write(JUNE)
    await files.write(JUNE + 1)
    const totals = await shop.books.costTotals(PERIOD)
    const sum = (perk: string, of: (total: (typeof totals)[number]) => number) =>
      String(totals.filter((one) => one.perk === perk).reduce((all, one) => all + of(one), 0))
    const expected = ['coffee', 'delivery'].map((perk) => ({
      ...{ perk, period: '2026-06', uses: sum(perk, ({ uses }) => uses) },
      accrued_minor: sum(perk, ({ accruedMinor }) => accruedMinor),
      true_up_minor: sum(perk, ({ trueUpMinor }) => trueUpMinor),
      cost_minor: sum(perk, ({ accruedMinor, trueUpMinor }) => accruedMinor + trueUpMinor),
    }))
    expect(await answerTo('cost-by-perk-and-month', folder)).toEqual(expected)
    expect(await answerTo('unmatched-invoices', folder)).toEqual([])
    expect(await readdir(join(folder, 'entries'))).toEqual(['period=2026-06'])
  })
})
