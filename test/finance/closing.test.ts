import { describe, expect, test } from 'vitest'
import { type FinanceDeps, financeApp } from '#finance/app.ts'
import { openBooks } from '#ledger/open-books.ts'
import { parseMonth } from '#program/month.ts'
import { checked } from '../http/checked.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { enrolment, purchase } from '../ledger/events.ts'
import { asks, perkShop } from '../ledger/perk-shop.ts'
import { anySigner, memoryArchive } from '../ledger/seal/memory-archive.ts'

const IN_MAY = Date.UTC(2026, 4, 21, 10)
const IN_JUNE = Date.UTC(2026, 5, 2, 10)
const PERSONAL = ['Ada Lovelace', 'hash-of-an-address', 'For Charles']

/** A month of everything: members, purchases, uses, one taken back, and what a supplier charged. */
async function shop() {
  const clock = { now: IN_MAY }
  const now = () => clock.now
  const { ledger, client, table } = await perkShop({ now })
  const patience = { sleep: () => Promise.resolve() }
  const books = openBooks({ client, table, now, timeZone: 'Europe/London', patience })
  await ledger.record([
    enrolment('ada', { subject: 'm-3', name: 'Ada Lovelace', emailHash: 'hash-of-an-address' }),
    ...Array.from({ length: 12 }, (_, number) => purchase(`o-${number}`, { note: 'For Charles' })),
  ])
  for (let number = 0; number < 6; number++) await ledger.redeem(asks(`k-${number}`, { note: 'For Charles' }))
  const used = await ledger.redeem(asks('back'))
  if (used.kind !== 'granted') throw new Error(used.kind)
  const line = { source: 'brewer', time: IN_MAY, amountMinor: 45, redemption: used.redemption.id }
  await books.recordActuals([{ ...line, id: 'inv-1' }])
  await ledger.reverse(used.redemption.id, 'till-1')
  clock.now = IN_JUNE
  const archive = memoryArchive()
  const sealing = { archive, signer: anySigner(), key: new Uint8Array(32).fill(3) }
  const press = {} as FinanceDeps['press']
  const app = financeApp({ ledger, books, press, sealing, identify: identifyRole, now, pseudonym: (m) => m, report })
  const send = checked(app)
  const headers = as('finance')
  return {
    ...{ ledger, books, archive },
    get: (path: string) => send(path, { headers }),
    close: (month: string) => send(`/finance/periods/${month}/close`, { method: 'POST', headers }),
  }
}

describe('a month as the ledger has it', () => {
  test('is closed with all that was booked in it, and holds', async () => {
    const { get, close, books } = await shop()
    const booked: string[] = []
    for await (const { kind } of books.booked(parseMonth('2026-05'))) booked.push(kind)
    expect(new Set(booked)).toEqual(new Set(['event', 'redemption', 'reversal', 'actual', 'true-up']))
    expect(await close('2026-05')).toMatchObject({ status: 201, body: { entries: booked.length } })
    expect((await get('/finance/verify?month=2026-05')).body).toMatchObject({
      holds: true,
      entries: booked.length,
      finding: null,
    })
  })

  test('leaves nothing personal in its archive, and no member by name', async () => {
    const { close, archive } = await shop()
    await close('2026-05')
    const kept = [...archive.kept.values()].flatMap((files) => [...files.values()].map(String)).join('\n')
    expect(kept).toContain('"costMinor":')
    for (const value of [...PERSONAL, '"m-1"', '"m-2"', '"m-3"', 'm-1\\"']) expect(kept).not.toContain(value)
  })

  test('is closed once when two close it at the same moment, and what comes after stands in the open month', async () => {
    const { get, close, ledger } = await shop()
    const both = await Promise.all([close('2026-05'), close('2026-05')])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    await ledger.record([purchase('late', { time: IN_MAY })])
    expect((await get('/finance/verify?month=2026-05')).body).toMatchObject({ holds: true })
    const states = (await get('/finance/periods')).body.items.map((item: Record<string, string>) => item.state)
    expect(states).toEqual(['open', 'closed'])
  })
})
