import { describe, expect, test } from 'vitest'
import { BadCursor } from '#ledger/refusals.ts'
import { parseMonth } from '#program/month.ts'
import { bookShop, charged, costOf, costsOfAll, used } from './fresh-books.ts'
import { asks } from './perk-shop.ts'

describe('a charge is matched to its use', () => {
  test('by the redemption: what was accrued is corrected to what was charged', async () => {
    const { ledger, books } = await bookShop()
    const use = await used(ledger, 'a')
    expect(await books.recordActuals([charged('L1', { redemption: use, amountMinor: 55 })])).toEqual([
      { kind: 'matched', redemption: use, trueUpMinor: 15 },
    ])
    const [first, trueUp] = await books.costEntriesOf(use)
    expect([first?.costMinor, trueUp?.costMinor]).toEqual([40, 15])
    const place = { perk: 'coffee', tier: 'member', edition: 1, source: 'till-1', member: 'm-1', redemption: use }
    expect(trueUp).toMatchObject({
      ...{ kind: 'true-up', ...place },
      invoice: { source: 'parcel-line', id: 'L1', amountMinor: 55 },
    })
  })

  test('by the order, where one perk was used on it', async () => {
    const { ledger, books } = await bookShop()
    const use = await used(ledger, 'a', 'delivery', 'o-1')
    expect(await books.recordActuals([charged('L1', { order: 'o-1', amountMinor: 300 })])).toEqual([
      { kind: 'matched', redemption: use, trueUpMinor: -20 },
    ])
    expect(await costOf(books, use)).toBe(300)
  })

  test('by the order and the perk, where several were', async () => {
    const { ledger, books } = await bookShop()
    await used(ledger, 'a', 'wrap', 'o-1')
    const use = await used(ledger, 'b', 'delivery', 'o-1')
    expect(await books.recordActuals([charged('L1', { order: 'o-1', perk: 'delivery' })])).toMatchObject([
      { kind: 'matched', redemption: use },
    ])
  })

  test('to the penny the same: a true-up of nothing says that an invoice has come', async () => {
    const { ledger, books } = await bookShop()
    const use = await used(ledger, 'a')
    await books.recordActuals([charged('L1', { redemption: use, amountMinor: 40 })])
    expect((await books.costEntriesOf(use)).map(({ costMinor }) => costMinor)).toEqual([40, 0])
  })

  test('and every further line adds its whole amount', async () => {
    const { ledger, books } = await bookShop()
    const use = await used(ledger, 'a')
    const lines = [30, 20, 5].map((amountMinor, at) => charged(`L${at}`, { redemption: use, amountMinor }))
    expect(await books.recordActuals(lines.slice(0, 2))).toMatchObject([{ trueUpMinor: -10 }, { trueUpMinor: 20 }])
    expect(await books.recordActuals(lines.slice(2))).toMatchObject([{ trueUpMinor: 5 }])
    expect(await costOf(books, use)).toBe(55)
  })

  test('and booked in the month in which it comes, not in that of the use', async () => {
    const { ledger, books, clock } = await bookShop()
    const use = await used(ledger, 'a')
    clock.now = Date.UTC(2026, 7, 3)
    await books.recordActuals([charged('L1', { redemption: use })])
    const totals = await books.costTotals({ from: parseMonth('2026-06'), to: parseMonth('2026-08') })
    expect(
      totals.map(({ month, uses, accruedMinor, trueUpMinor }) => [month, uses, accruedMinor, trueUpMinor]),
    ).toEqual(
      expect.arrayContaining([
        [parseMonth('2026-06'), 1, 40, 0],
        [parseMonth('2026-08'), 0, 0, 10],
      ]),
    )
  })
})

test('a charge for a use of a closed month is booked in the open one, also by a machine whose clock lags', async () => {
  const { ledger, books, clock } = await bookShop()
  const use = await used(ledger, 'a')
  const june = parseMonth('2026-06')
  const closing = { month: june, closedAt: Date.UTC(2026, 6, 2), closedBy: 'finn', size: 3, checkpoint: 'signed' }
  expect(await books.close(closing)).toBe(true)
  clock.now += 60_000
  await books.recordActuals([charged('L1', { redemption: use })])
  const trueUp = (await books.costEntriesOf(use)).find(({ kind }) => kind === 'true-up')
  expect(trueUp).toMatchObject({ month: june + 1, bookedAt: Date.UTC(2026, 5, 30, 23) })
  expect((await books.actuals({ limit: 1, cursor: null })).items).toMatchObject([{ id: 'L1' }])
})

describe('a use that is taken back', () => {
  test('before its invoice costs what is invoiced all the same', async () => {
    const { ledger, books } = await bookShop()
    const use = await used(ledger, 'a')
    await ledger.reverse(use, 'till-1')
    expect(await costOf(books, use)).toBe(0)
    expect(await books.recordActuals([charged('L1', { redemption: use })])).toMatchObject([{ trueUpMinor: 50 }])
    expect(await costOf(books, use)).toBe(50)
  })

  test('after its invoice goes on costing what was invoiced', async () => {
    const { ledger, books } = await bookShop()
    const use = await used(ledger, 'a')
    await books.recordActuals([charged('L1', { redemption: use, amountMinor: 55 })])
    await ledger.reverse(use, 'till-1')
    await ledger.reverse(use, 'till-1')
    const entries = await books.costEntriesOf(use)
    expect(entries.map(({ costMinor }) => costMinor).toSorted((one, other) => one - other)).toEqual([-40, 15, 40, 40])
    expect(entries.find(({ kind, invoice }) => kind === 'true-up' && invoice === null)?.costMinor).toBe(40)
    expect(await costsOfAll(books)).toEqual({ totals: 55, entries: 55 })
  })
})

describe('a charge without a use is kept and says why', () => {
  test.each([
    ['of a redemption nobody made', { redemption: `r-${'0'.repeat(32)}` }, 'no_such_redemption'],
    ['of what is no redemption', { redemption: '__proto__' }, 'no_such_redemption'],
    ['of an order nobody placed', { order: 'o-9' }, 'no_use_of_order'],
    ['of another perk than was used', { order: 'o-1', perk: 'lounge' }, 'no_use_of_order'],
    ['of an order with two uses', { order: 'o-2' }, 'several_uses_of_order'],
  ])('%s', async (_, named, reason) => {
    const { ledger, books } = await bookShop()
    await used(ledger, 'a', 'delivery', 'o-1')
    await used(ledger, 'b', 'delivery', 'o-2')
    await used(ledger, 'c', 'wrap', 'o-2')
    const line = charged('L1', named)
    expect(await books.recordActuals([line])).toEqual([{ kind: 'unmatched', reason, again: false }])
    expect(await books.recordActuals([line])).toEqual([{ kind: 'unmatched', reason, again: true }])
    const { items } = await books.actuals({ limit: 10, cursor: null, isMatched: false })
    expect(items).toMatchObject([{ ...line, match: null, reason }])
    expect(await costsOfAll(books)).toEqual({ totals: 755, entries: 755 })
  })

  test('of a request that was refused', async () => {
    const { ledger, books } = await bookShop()
    const refused = await ledger.redeem(asks('a', { perk: 'lounge' }))
    const redemption = refused.kind === 'refused' ? refused.refusal.id : ''
    expect(await books.recordActuals([charged('L1', { redemption })])).toMatchObject([{ reason: 'redemption_refused' }])
  })

  test('until its use has come, and it is reported again', async () => {
    const { ledger, books } = await bookShop()
    const line = charged('L1', { order: 'o-1' })
    await books.recordActuals([line])
    const use = await used(ledger, 'a', 'delivery', 'o-1')
    expect(await books.recordActuals([line])).toEqual([{ kind: 'matched', redemption: use, trueUpMinor: 50 - 320 }])
    expect((await books.actuals({ limit: 10, cursor: null })).items).toMatchObject([
      { match: { redemption: use, trueUpMinor: -270 }, reason: null },
    ])
  })
})

describe('a line counts once, for ever', () => {
  test('reported again it is a duplicate, and with other content a conflict', async () => {
    const { ledger, books, clock } = await bookShop()
    const use = await used(ledger, 'a')
    const line = charged('L1', { redemption: use })
    await books.recordActuals([line])
    clock.now += 400 * 86_400_000
    expect(await books.recordActuals([line, { ...line, amountMinor: 51 }, { ...line, note: 'x' }])).toEqual([
      { kind: 'duplicate', redemption: use, trueUpMinor: 10 },
      { kind: 'conflict' },
      { kind: 'conflict' },
    ])
    expect(await costOf(books, use)).toBe(50)
  })

  test('twice in one go, the first counts', async () => {
    const { ledger, books } = await bookShop()
    const use = await used(ledger, 'a')
    const line = charged('L1', { redemption: use })
    const kinds = (await books.recordActuals([line, line, { ...line, amountMinor: 60 }])).map(({ kind }) => kind)
    expect(kinds).toEqual(['matched', 'duplicate', 'conflict'])
    expect(await costOf(books, use)).toBe(50)
  })

  test('the same name from another supplier is another line', async () => {
    const { ledger, books } = await bookShop()
    const use = await used(ledger, 'a')
    const line = charged('L1', { redemption: use })
    await books.recordActuals([line, { ...line, source: 'bike-line' }])
    expect(await costOf(books, use)).toBe(100)
  })
})

test('checking says what recording would come to, and stores nothing', async () => {
  const { ledger, books } = await bookShop()
  const use = await used(ledger, 'a', 'delivery', 'o-1')
  const lines = [
    charged('L1', { order: 'o-1' }),
    charged('L2', { redemption: use }),
    charged('L3', { order: 'o-9' }),
    charged('L1', { order: 'o-1' }),
    charged('L3', { order: 'o-8' }),
  ]
  const checked = await books.checkActuals(lines)
  expect((await books.actuals({ limit: 10, cursor: null })).items).toEqual([])
  expect(await costOf(books, use)).toBe(320)
  expect(checked).toEqual(await books.recordActuals(lines))
  expect(checked.map(({ kind }) => kind)).toEqual(['matched', 'matched', 'unmatched', 'duplicate', 'conflict'])
})

test('finance leafs through what was charged, newest first, over the months', async () => {
  const { ledger, books, clock } = await bookShop()
  const use = await used(ledger, 'a')
  for (const month of [6, 7, 9]) {
    clock.now = Date.UTC(2026, month, 10)
    await books.recordActuals([charged(`${month}a`, { redemption: use }), charged(`${month}b`, { order: 'o-9' })])
  }
  const leaf = async (limit: number, isMatched?: boolean) => {
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof books.actuals>> = await books.actuals({
        ...{ limit, cursor },
        ...(isMatched !== undefined && { isMatched }),
      })
      expect(page.items.length).toBeLessThanOrEqual(limit)
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    return ids
  }
  for (const limit of [1, 2, 4, 100]) {
    const months = (await leaf(limit)).map((id) => id[0])
    expect(months).toEqual(['9', '9', '7', '7', '6', '6'])
    expect(await leaf(limit, true)).toEqual(['9a', '7a', '6a'])
    expect(await leaf(limit, false)).toEqual(['9b', '7b', '6b'])
  }
})

test.each(['rubbish', Buffer.from('["2026-06","1","member:m-1"]').toString('base64url'), 'W10'])(
  'a cursor of nobody’s list is refused: %s',
  async (cursor) => {
    const { books } = await bookShop()
    await expect(books.actuals({ limit: 1, cursor })).rejects.toThrow(BadCursor)
  },
)

test('more than 10,000 lines at once are too many', async () => {
  const { books } = await bookShop()
  const lines = Array.from({ length: 10_001 }, (_, at) => charged(`L${at}`, { order: 'o-1' }))
  await expect(books.recordActuals(lines)).rejects.toThrow(RangeError)
})
