import { describe, expect, test } from 'vitest'
import { demoEvents } from '#local/demo-data.ts'
import { demoEditions } from '#local/demo-program.ts'
import { editionOf, inOrder } from '#program/edition.ts'
import { fold } from '#program/fold.ts'
import { formatMonth, lastDayOf } from '#program/month.ts'
import { standing } from '#program/standing.ts'
import { standingBody } from '#program/standing-json.ts'
import { monthOf } from '#program/zone.ts'

const ZONE = 'Europe/London'
const editions = inOrder((await demoEditions()).map((edition) => editionOf({ ...edition, ...edition.document })))

/** Ends of months, of years, of summer time, and a leap day: wherever a story could slip over an edge. */
const MOMENTS = [
  ...['2026-11-22T10:00:00Z', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z', '2027-02-28T12:00:00Z'],
  ...['2027-03-28T01:30:00Z', '2027-03-31T22:59:59Z', '2027-03-31T23:00:00Z', '2028-02-29T12:00:00Z'],
  ...['2027-10-31T01:30:00Z', '2027-07-15T07:00:00Z'],
]

describe.each(MOMENTS)('when the demo is started at %s', (moment) => {
  const now = Date.parse(moment)
  const month = monthOf(now, ZONE)
  const lives = Map.groupBy(demoEvents({ now, timeZone: ZONE, emailHash: (email) => email }), (event) => event.subject)
  const of = (member: string) => {
    const sums = fold(lives.get(member) ?? [], ZONE)
    return standingBody(member, sums, standing(sums, editions, now))
  }

  test('Anna is Silver and £187.60 short of Gold, and £96.40 of what she has leaves with this month', () => {
    const anna = of('m-1001')
    expect(anna.tier).toMatchObject({ id: 'silver', until: expect.any(String) })
    const toGold = anna.progress[0]?.rows[0]?.measures[0]
    expect(toGold).toEqual({ measure: 'spend', have: '812.40', need: '1000.00', left: '187.60' })
    expect(anna.dropsOff?.spend).toBe('96.40')
  })

  test('Ben is Gold until the end of this month and Silver then', () => {
    const ben = of('m-1002')
    expect([ben.tier.id, ben.tier.until, ben.tier.then]).toEqual(['gold', lastDayOf(month), 'silver'])
    expect(ben.tier.since < formatMonth(month - 6)).toBe(true)
  })

  test('Clara is Gold by her plan alone, and would be a Member without it', () => {
    const clara = of('m-1003')
    expect([clara.tier.id, clara.tier.until, clara.tier.then]).toEqual(['gold', expect.any(String), 'member'])
    expect(clara.keep?.rows.map((row) => row.percent)).toEqual([expect.any(Number), expect.any(Number), 100])
  })

  test('Dev is Silver by nine orders that come to less than £250', () => {
    const dev = of('m-1004')
    expect(dev.tier.id).toBe('silver')
    const [bySpend, byOrders] = dev.keep?.rows.map((row) => row.measures[0]) ?? []
    expect(bySpend).toMatchObject({ measure: 'spend', have: '192.30' })
    expect(byOrders).toMatchObject({ measure: 'orders', have: 9 })
  })

  test('Ella is a Member who has bought nothing', () => {
    const ella = of('m-1005')
    expect(ella.tier).toMatchObject({ id: 'member', until: null })
    expect(ella.progress.map(({ rows }) => rows[0]?.percent)).toEqual([0, 0, 0])
  })

  test('every tier has members, some are near the next one and some are about to drop', () => {
    const all = [...lives.keys()].map(of)
    const held = Map.groupBy(all, ({ tier }) => tier.id)
    for (const tier of ['member', 'silver', 'gold', 'platinum']) expect(held.get(tier)?.length).toBeGreaterThan(30)
    const near = all.filter(({ progress }) => progress[0]?.rows.some(({ percent }) => percent >= 90))
    expect(near.length).toBeGreaterThan(50)
    const dropping = all.filter(({ tier }) => tier.until !== null && tier.until <= lastDayOf(month + 1))
    expect(dropping.length).toBeGreaterThan(50)
  })
})
