import { describe, expect, test } from 'vitest'
import { formatMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import { asMachine, asPerson, memberSession, staffSession } from './gateway.ts'
import { pounds, report } from './reported.ts'
import { shopCloud } from './shop-cloud.ts'

const cloud = await shopCloud()

const till = () => asMachine(cloud, 'perks:redeem', 'members:read')
const finance = () => asMachine(cloud, 'finance:read', 'finance:close')
const thisMonth = () => formatMonth(monthOf(Date.now(), 'Europe/London'))

/** Uses a perk of somebody who has one, and gives the answer. */
async function used(member: string, order: string) {
  await report(cloud, member, ['purchase', 'order-1', pounds('300.00')])
  const line = `POST /api/v1/members/${member}/perks/free-delivery/redemptions`
  return till()(line, { basket: { ...pounds('60.00'), order } }, { 'idempotency-key': `${member}-${order}` })
}

describe('the desk', () => {
  test('shows a member by their card, and what they may have', async () => {
    await report(cloud, 'm-1', ['purchase', 'order-1', pounds('300.00')])
    const { body } = await asPerson(cloud, memberSession('m-1'))('GET /api/v1/me/card')
    expect(await till()(`GET /api/v1/cards/${body.code}`)).toMatchObject({ statusCode: 200 })
    expect(await till()('GET /api/v1/members/m-1/standing')).toMatchObject({ body: { tier: { id: 'silver' } } })
    expect(await till()('GET /api/v1/members/m-1/perks?amount=60.00')).toMatchObject({ statusCode: 200 })
    expect(await asPerson(cloud, staffSession('tess', 'perks:redeem'))('GET /api/v1/till')).toMatchObject({
      statusCode: 200,
    })
  })

  test('gives a perk, and takes it back', async () => {
    const { statusCode, body } = await used('m-2', 'o-1')
    expect({ statusCode, body }).toMatchObject({ statusCode: 201, body: { perk: 'free-delivery', tier: 'silver' } })
    const back = await till()(`POST /api/v1/redemptions/${body.redemption}/reversal`)
    expect(back).toMatchObject({ statusCode: 201 })
  })
})

describe('finance', () => {
  test('knows what a use cost at once, and every use behind the sum', async () => {
    await used('m-3', 'o-1')
    const month = thisMonth()
    const costs = await finance()(`GET /api/v1/finance/costs?from=${month}&to=${month}&by=perk`)
    expect(costs.statusCode).toBe(200)
    expect(JSON.stringify(costs.body)).toContain('free-delivery')
    const entries = await finance()(`GET /api/v1/finance/entries?from=${month}&to=${month}`)
    expect(entries.body.items.length).toBeGreaterThan(0)
  })

  test.each(['refunds', 'reconciliation', 'budget', 'exposure', 'tiers', 'actuals', 'unit-costs', 'periods'])(
    'is answered about %s',
    async (what) => {
      await used(`m-${what}`, 'o-1')
      expect(await finance()(`GET /api/v1/finance/${what}`)).toMatchObject({ statusCode: 200 })
    },
  )

  test.each(['csv', 'xlsx', 'parquet', 'hledger'])('takes an export home as %s', async (format) => {
    await used(`m-${format}`, 'o-1')
    const answer = await finance()(`GET /api/v1/finance/export?format=${format}&period=${thisMonth()}`)
    expect(answer).toMatchObject({ statusCode: 200 })
  })

  test('books what a supplier charges for a use, by invoice and by event', async () => {
    const { body } = await used('m-charged', 'o-1')
    const day = new Date().toISOString().slice(0, 10)
    const csv = `id,date,amount,currency,redemption\ninv-1,${day},3.10,GBP,${body.redemption}\n`
    const invoice = await asPerson(cloud, staffSession('finn', 'finance:close'))(
      'POST /api/v1/finance/invoices?source=parcel-line',
      csv,
      { 'content-type': 'text/csv' },
    )
    expect(invoice).toMatchObject({ statusCode: 200, body: { matched: 1 } })
    const other = await used('m-charged', 'o-2')
    const cost = ['cost', 'c-1', pounds('3.20', { redemption: other.body.redemption })] as const
    expect(await report(cloud, 'm-charged', cost)).toEqual(['recorded'])
    const byOrder = ['cost', 'c-2', pounds('3.20', { order: 'o-3', perk: 'free-delivery' })] as const
    await used('m-charged', 'o-3')
    expect(await report(cloud, 'm-charged', byOrder)).toEqual(['recorded'])
    const back = await till()(`POST /api/v1/redemptions/${other.body.redemption}/reversal`)
    expect(back).toMatchObject({ statusCode: 201 })
  })

  test('publishes what perks will cost, once somebody else has approved it', async () => {
    const rights = ['finance:read', 'finance:close', 'program:approve'] as const
    const [finn, fay] = ['finn', 'fay'].map((name) => asPerson(cloud, staffSession(name, ...rights)))
    const { body } = (await finn?.('GET /api/v1/finance/unit-costs')) ?? {}
    const { costs } = body.editions.at(-1)
    const dearer = { ...costs, 'free-delivery': { ...costs['free-delivery'], unit: '4.10' } }
    const prepared = { effectiveFrom: body.earliest, costs: dearer }
    const kept = await finn?.('PUT /api/v1/finance/unit-costs/next', prepared, { 'if-match': '"0"' })
    expect(kept).toMatchObject({ statusCode: 200 })
    const seen = { 'if-match': `"${kept?.body.next.version}"` }
    const approved = await fay?.('POST /api/v1/finance/unit-costs/next/approve', undefined, seen)
    expect(approved).toMatchObject({ statusCode: 200, body: { next: null } })
  })

  test('closes a month, and a customer is shown that their purchase is in it', async () => {
    const at = Date.UTC(new Date().getUTCFullYear() - 1, 5, 15, 12)
    const month = formatMonth(monthOf(at, 'Europe/London'))
    const purchase = { type: 'purchase', source: 'shop-1', id: 'old-1', subject: 'm-old', time: at } as const
    await cloud.ledger(at).record([{ ...purchase, amountMinor: 5_990, units: 1, categories: [] }])
    const closed = await finance()(`POST /api/v1/finance/periods/${month}/close`)
    expect(closed).toMatchObject({ statusCode: 201, body: { state: 'closed' } })
    expect(await finance()(`GET /api/v1/finance/verify?month=${month}`)).toMatchObject({ statusCode: 200 })
    expect(await finance()(`GET /api/v1/finance/periods/${month}/archive`)).toMatchObject({ statusCode: 200 })
    const proof = await asPerson(cloud, memberSession('m-old'))('GET /api/v1/me/proofs?source=shop-1&id=old-1')
    expect(proof).toMatchObject({ statusCode: 200 })
  })
})
