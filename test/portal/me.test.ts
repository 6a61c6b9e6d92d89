import { beforeAll, describe, expect, test } from 'vitest'
import type { Ledger } from '#ledger/ledger.ts'
import type { LedgerEvent } from '#program/event.ts'
import { demoLedger } from './demo-editions.ts'
import { ANNA, portalHouse, signedIn } from './visitor.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const DAY = 86_400_000
const PURCHASES = 23

const purchase = (subject: string, number: number, rest: object = {}): LedgerEvent => ({
  type: 'purchase',
  source: 'shop-1',
  id: `${subject}-${number}`,
  subject,
  time: NOW - number * DAY,
  amountMinor: 1000,
  units: 1,
  ...rest,
})

const enrolment = (subject: string, email: string): LedgerEvent => ({
  type: 'enrolment',
  source: 'shop-1',
  id: `card-${subject}`,
  subject,
  time: NOW - 400 * DAY,
  emailHash: `hash of ${email}`,
})

let ledger: Ledger
beforeAll(async () => {
  ledger = (await demoLedger(() => NOW)).ledger
  await ledger.record([
    enrolment('m-anna', 'anna@shop.example'),
    enrolment('m-ben', 'ben@shop.example'),
    ...Array.from({ length: PURCHASES }, (_, index) => purchase('m-anna', index + 1)),
    purchase('m-ben', 1, { note: 'a present for Anna' }),
    purchase('m-later', 1),
    purchase('m-later', 0, { id: 'ahead', time: NOW + 5 * 60_000, amountMinor: 500_000 }),
    enrolment('m-later', 'later@shop.example'),
  ])
})

const asPerson = async (email = 'anna@shop.example') => {
  const { app } = portalHouse(
    ledger,
    () => NOW,
    () => ({ ...ANNA, verifiedEmail: email }),
  )
  const headers = await signedIn(app)
  return (path: string) => app.request(`/api/v1/me/${path}`, { headers })
}

describe('a member’s own standing', () => {
  test('is worked out from what they bought, and kept by no cache', async () => {
    const response = await (await asPerson())('standing')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await response.json()).toMatchObject({
      member: 'm-anna',
      asOf: '2026-06-15T12:00:00.000Z',
      tier: { id: 'silver' },
      why: { row: [{ measure: 'orders' }] },
    })
  })

  test('costs one call of the database', async () => {
    const calls: string[] = []
    const counted = new Proxy(ledger, {
      get(target, name: keyof Ledger) {
        const method = target[name]
        return (...parameters: never[]) => {
          if (name !== 'program') calls.push(name)
          return (method as (...p: never[]) => unknown)(...parameters)
        }
      },
    })
    const { app } = portalHouse(counted, () => NOW)
    const headers = await signedIn(app)
    calls.length = 0
    await app.request('/api/v1/me/standing', { headers })
    expect(calls).toEqual(['member'])
  })

  test('does not count what is dated ahead', async () => {
    const own = await asPerson('later@shop.example')
    expect(await (await own('standing')).json()).toMatchObject({ tier: { id: 'member' } })
    expect((await (await own('trajectory')).json()).months[0]).toMatchObject({ on: '2026-07-01', tier: 'member' })
    expect(await (await own('activity')).text()).not.toContain('ahead')
  })

  test.each(['standing', 'activity', 'trajectory'])('nobody sees /me/%s without signing in', async (path) => {
    const { app } = portalHouse(ledger, () => NOW)
    for (const cookie of ['', '__Host-cleartier=rubbish']) {
      const response = await app.request(`/api/v1/me/${path}`, { headers: { cookie } })
      expect([response.status, response.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
    }
  })
})

describe('a member’s own activity', () => {
  test('is shown newest first, page by page, each entry once', async () => {
    const own = await asPerson()
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page = await (await own(`activity?limit=10${cursor === null ? '' : `&cursor=${cursor}`}`)).json()
      ids.push(...page.items.map((item: { id: string }) => item.id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(ids).toEqual([...Array.from({ length: PURCHASES }, (_, index) => `m-anna-${index + 1}`), 'card-m-anna'])
  })

  test('says of each entry what it counted for', async () => {
    const { items } = await (await (await asPerson())('activity?limit=1')).json()
    expect(items).toMatchObject([
      { type: 'purchase', amount: '10.00', counted: { month: '2026-06', spend: '10.00', orders: 1 }, reason: null },
    ])
  })

  test('holds nothing of anybody else', async () => {
    const text = await (await (await asPerson())('activity?limit=100')).text()
    expect(text).not.toContain('m-ben')
    expect(text).not.toContain('a present')
  })

  test.each(['limit=0', 'limit=101', 'limit=ten', 'limit=5&limit=6', 'cursor=rubbish', 'cursor=WzFd', 'member=m-ben'])(
    '?%s is refused, and the field is named',
    async (query) => {
      const response = await (await asPerson())(`activity?${query}`)
      expect(response.status).toBe(400)
      expect((await response.json()).errors[0].pointer).toBe(`/query/${query.split('=')[0]}`)
    },
  )
})

describe('a member’s own trajectory', () => {
  test('shows the first of each of the next twelve months', async () => {
    const { months } = await (await (await asPerson())('trajectory')).json()
    expect(months).toHaveLength(12)
    expect([months[0].on, months[11].on]).toEqual(['2026-07-01', '2027-06-01'])
  })
})
