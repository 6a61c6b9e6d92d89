import { describe, expect, test } from 'vitest'
import { type FinanceDeps, financeApp } from '#finance/app.ts'
import type { Books } from '#ledger/books.ts'
import type { Sealing } from '#ledger/seal/close-month.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import type { LedgerEvent } from '#program/event.ts'
import { checked } from '../http/checked.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { balance, purchase, refund } from '../ledger/events.ts'
import { freshLedger, NOW } from '../ledger/fresh-ledger.ts'

async function financeAfter(events: readonly LedgerEvent[]) {
  const { ledger } = await freshLedger()
  await publishDemoProgram(ledger)
  await ledger.record(events)
  const deps = { ledger, identify: identifyRole, now: () => NOW, pseudonym: (member: string) => `p-${member}`, report }
  const send = checked(
    financeApp({ ...deps, books: {} as Books, press: {} as FinanceDeps['press'], sealing: {} as Sealing }),
  )
  return (query = '') => send(`/finance/refunds${query}`, { headers: as('finance') })
}

describe('finance sees refunds that do not add up', () => {
  test('beyond their purchase: what was asked back, what was taken, what is left over', async () => {
    const ask = await financeAfter([
      purchase('o-1', { amountMinor: 10_000, units: 2 }),
      refund('r-1', 'o-1', { amountMinor: 8_000, units: 1 }),
      refund('r-2', 'o-1', { amountMinor: 3_000, units: 2 }),
    ])
    const { status, body } = await ask()
    expect(status).toBe(200)
    expect(body).toEqual({
      items: [
        {
          ...{ member: 'p-m-1', source: 'shop-1', purchase: 'o-1', reason: 'more_than_was_left', currency: 'GBP' },
          received: { amount: '110.00', units: 3 },
          applied: { amount: '100.00', units: 2 },
          excess: { amount: '10.00', units: 1 },
        },
      ],
      nextCursor: null,
    })
  })

  test('whose purchase never came, is no purchase, or is somebody else’s', async () => {
    const ask = await financeAfter([
      refund('r-1', 'never'),
      balance('b-1', 5_000),
      refund('r-2', 'b-1'),
      purchase('o-1', { subject: 'm-2', amountMinor: 500 }),
      refund('r-3', 'o-1', { amountMinor: 100 }),
    ])
    const { body } = await ask()
    const seen = body.items.map((item: Record<string, unknown>) => `${item.purchase} of ${item.member}: ${item.reason}`)
    expect(seen.toSorted()).toEqual([
      'b-1 of p-m-1: not_a_purchase',
      'never of p-m-1: purchase_not_arrived',
      'o-1 of p-m-1: not_a_purchase',
    ])
  })

  test('but none that do, nor returns without a receipt', async () => {
    const ask = await financeAfter([purchase('o-1'), refund('r-1', 'o-1', { units: 1 }), refund('r-2', undefined)])
    expect((await ask()).body).toEqual({ items: [], nextCursor: null })
  })

  test('page by page, each once, also several of one purchase', async () => {
    const members = ['m-1', 'm-2', 'm-3', 'm-4']
    const ask = await financeAfter([
      ...members.map((subject) => refund(`a-${subject}`, 'never', { subject })),
      ...members.map((subject) => refund(`b-${subject}`, `not-${subject}`, { subject })),
    ])
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const { body }: Awaited<ReturnType<typeof ask>> = await ask(`?limit=3${cursor ? `&cursor=${cursor}` : ''}`)
      expect(body.items.length).toBeLessThanOrEqual(3)
      seen.push(...body.items.map((item: Record<string, unknown>) => `${item.purchase} ${item.member}`))
      cursor = body.nextCursor
    } while (cursor)
    expect(seen.toSorted()).toEqual([
      ...members.map((one) => `never p-${one}`),
      ...members.map((one) => `not-${one} p-${one}`),
    ])
  })

  test.each(['%00', 'bm8', 'W10', 'WyIiLCIuIiwxXQ', 'WyJhIiwiLiIsMS41XQ', 'x'.repeat(1025)])(
    'and no page for the cursor %s',
    async (cursor) => {
      const ask = await financeAfter([])
      expect(await ask(`?cursor=${cursor}`)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/query/cursor' }] },
      })
    },
  )
})
