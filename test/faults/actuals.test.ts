import { expect, test, vi } from 'vitest'
import type { ActualCost, ActualOutcome } from '#ledger/actual-cost.ts'
import type { Books } from '#ledger/books.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { type BookShop, bookShop, charged, costOf, costsOfAll, used } from '../ledger/fresh-books.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { type Fault, faultyClient, Killed } from './faulty-client.ts'
import { letOthersGo, seeded, seededFaults } from './seeded.ts'
import { expectSound } from './soundness.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const FAULTS: readonly Fault[] = [
  ...(['conflict', 'throttled-item', 'exceeded-item', 'throttled', 'exceeded', 'error', 'unprocessed'] as const),
  ...(['delayed', 'done-then-error', 'done-then-reset', 'done-then-timeout'] as const),
]

/** Another process of finance's, and of a till's, that meets these faults. */
function another({ table }: BookShop, next: () => Fault, random = () => 0) {
  const { client, calls } = faultyClient(next)
  const options = { client, table, now: () => NOW, timeZone: 'Europe/London', patience: { sleep: letOthersGo, random } }
  return { books: openBooks(options), ledger: openLedger(options), calls, client }
}

/** Reports again what is to be sent again, as the command does when it is run once more. */
async function reported(books: Books, lines: readonly ActualCost[], most = 100): Promise<readonly ActualOutcome[]> {
  for (let round = 0; round < most; round++) {
    const outcomes = await books.recordActuals(lines)
    if (outcomes.every(({ kind }) => kind !== 'retry')) return outcomes
  }
  throw new Error(`There was no answer in ${most} rounds.`)
}

/** Two lines for each of a few uses, and one that matches nothing. */
async function invoiceFor(shop: BookShop, uses = 8) {
  const ids: string[] = []
  for (let at = 0; at < uses; at++) ids.push(await used(shop.ledger, `k-${at}`, 'coffee', `o-${at}`))
  const lines = ids.flatMap((redemption, at) => [
    charged(`L${at}`, { redemption }),
    charged(`M${at}`, { order: `o-${at}`, amountMinor: 7 }),
  ])
  return { ids, lines: [...lines, charged('nobody', { order: 'o-99' })] }
}

async function expectBookedOnce(shop: BookShop, ids: readonly string[]): Promise<void> {
  expect(await Promise.all(ids.map((id) => costOf(shop.books, id)))).toEqual(ids.map(() => 57))
  expect(await costsOfAll(shop.books)).toEqual({ totals: 57 * ids.length, entries: 57 * ids.length })
  await expectSound(shop)
}

test.each(['killed', 'done-then-killed'] as const)(
  'an invoice whose taker is %s at any call is completed by sending it again, and counts once',
  async (fault) => {
    let call = 1
    for (let isDone = false; !isDone; call++) {
      const shop = await bookShop()
      const { ids, lines } = await invoiceFor(shop)
      let calls = 0
      const { books } = another(shop, () => (++calls === call ? fault : 'none'))
      isDone = await books.recordActuals(lines).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Killed) return false
          throw error
        },
      )
      await expectSound(shop)
      await shop.books.recordActuals(lines)
      await expectBookedOnce(shop, ids)
    }
    expect(call).toBeGreaterThan(15)
  },
)

test.each(FAULTS)('an invoice that meets "%s" at every second call is taken whole, once', async (fault) => {
  const shop = await bookShop()
  const { ids, lines } = await invoiceFor(shop)
  let calls = 0
  const { books } = another(shop, () => (calls++ % 2 === 0 ? fault : 'none'))
  await reported(books, lines)
  await expectBookedOnce(shop, ids)
})

test('the same invoice from eight sides at once, through faults, counts once', async () => {
  const shop = await bookShop()
  // More lines than fit into the transactions that go side by side.
  const { ids, lines } = await invoiceFor(shop, 60)
  const random = seeded(8)
  const next = seededFaults(random, 0.2, FAULTS)
  const others = Array.from({ length: 8 }, () => another(shop, next, random))
  await Promise.all(others.map(({ books }) => reported(books, lines)))
  for (const { client } of others) client.destroy()
  await expectBookedOnce(shop, ids)
})

test.each([1, 2, 3, 4, 5])(
  'uses taken back in the moment their invoices come cost what was invoiced, whoever is faster (%i)',
  async (seed) => {
    const shop = await bookShop()
    const { ids, lines } = await invoiceFor(shop)
    const random = seeded(seed)
    const next = seededFaults(random, 0.3, FAULTS)
    const [finance, till] = [another(shop, next, random), another(shop, next, random)]
    const takeBack = async (id: string) => {
      while ((await till.ledger.reverse(id, 'till-1')).kind === 'retry') await letOthersGo()
    }
    await Promise.all([reported(finance.books, lines), ...ids.map(takeBack)])
    for (const { client } of [finance, till]) client.destroy()
    await expectBookedOnce(shop, ids)
  },
)

test('when the database stays busy, what is not known to be stored is to be sent again', async () => {
  const shop = await bookShop()
  const { ids, lines } = await invoiceFor(shop)
  let isWell = true
  const { books } = another(shop, () => (isWell ? 'none' : 'throttled-item'))
  await books.costSheet()
  await books.recordActuals([])
  isWell = false
  expect(new Set((await books.recordActuals(lines)).map(({ kind }) => kind))).toEqual(new Set(['retry']))
  await shop.books.recordActuals(lines)
  await expectBookedOnce(shop, ids)
})
