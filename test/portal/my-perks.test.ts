import { beforeAll, describe, expect, test } from 'vitest'
import type { Ledger } from '#ledger/ledger.ts'
import { checked } from '../http/checked.ts'
import { demoLedger } from './demo-editions.ts'
import { ANNA, FROM_OUR_PAGES, portalHouse, signedIn } from './visitor.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const DAY = 86_400_000

let ledger: Ledger
let first: string
beforeAll(async () => {
  const clock = { now: NOW - 2 * DAY }
  ledger = (await demoLedger(() => clock.now)).ledger
  const known = { source: 'shop-1', time: NOW - 10 * DAY }
  await ledger.record([
    { ...known, type: 'enrolment', id: 'card-1', subject: 'm-anna', emailHash: `hash of ${ANNA.verifiedEmail}` },
    { ...known, type: 'purchase', id: 'o-1', subject: 'm-anna', amountMinor: 31_240, units: 1 },
    { ...known, type: 'purchase', id: 'o-2', subject: 'm-ben', amountMinor: 31_240, units: 1 },
  ])
  const lounge = { perk: 'lounge', sender: 'till', basket: null }
  const used = await ledger.redeem({ ...lounge, key: 'k-1', member: 'm-anna' })
  first = used.kind === 'granted' ? used.redemption.id : ''
  clock.now = NOW - DAY
  await ledger.redeem({ ...lounge, key: 'k-2', member: 'm-anna', note: 'table 4' })
  await ledger.redeem({ ...lounge, key: 'k-3', member: 'm-ben' })
  clock.now = NOW
  await ledger.reverse(first, 'till')
})

async function asAnna() {
  const { app } = portalHouse(ledger, () => NOW)
  const headers = await signedIn(app)
  return (path: string) => checked(app)(`/me/${path}`, { headers })
}

describe('a member’s own perks', () => {
  test('are each shown with terms, what is used and left, and the day they reset', async () => {
    const { status, headers, body } = await (await asAnna())('perks')
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(body).toMatchObject({ member: 'm-anna', edition: 2, tier: { id: 'silver', name: 'Silver', rank: 1 } })
    expect(body.perks.find(({ perk }: { perk: string }) => perk === 'lounge')).toMatchObject({
      ...{ entitled: true, words: '2 a year', used: 1, left: 1, resetsOn: '2027-01-01' },
    })
    expect(body.perks.find(({ perk }: { perk: string }) => perk === 'alterations')).toMatchObject({
      ...{ entitled: false, reason: 'tier_too_low', missing: 'from Gold on' },
    })
  })
})

describe('a member’s own activity', () => {
  test('tells of each use of a perk what it was worth, and of each that was taken back', async () => {
    const { items } = (await (await asAnna())('activity')).body
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      ...['reversal', 'redemption', 'redemption', 'purchase', 'enrolment'],
    ])
    const lounge = { perk: 'lounge', name: 'Lounge entry', worth: '18.00' }
    const [reversal, second, use] = items
    expect(reversal).toMatchObject({ time: new Date(NOW).toISOString(), note: null, counted: null })
    expect(reversal.perk).toEqual({ ...lounge, redemption: first, reversed: true })
    expect(second).toMatchObject({ note: 'table 4', reason: 'not_a_sum', perk: { ...lounge, reversed: false } })
    expect(use).toMatchObject({ id: first, perk: { ...lounge, redemption: first, reversed: true } })
    expect(items[3].perk).toBeNull()
  })

  test('is shown page by page, each use once, and none of anybody else', async () => {
    const own = await asAnna()
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const { body } = await own(`activity?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`)
      ids.push(...body.items.map(({ id }: { id: string }) => id))
      cursor = body.nextCursor
    } while (cursor !== null)
    expect([new Set(ids).size, ids.length]).toEqual([5, 5])
  })
})

describe('after signing out, or without signing in', () => {
  test('perks are shown to nobody', async () => {
    const { app } = portalHouse(ledger, () => NOW)
    expect((await app.request('/api/v1/me/perks')).status).toBe(401)
    const session = await signedIn(app)
    await app.request('/auth/logout', { method: 'POST', headers: { ...session, ...FROM_OUR_PAGES } })
    expect((await app.request('/api/v1/me/perks', { headers: session })).status).toBe(401)
  })
})
