import { describe, expect, test } from 'vitest'
import { demoEditions } from '#local/demo-program.ts'
import { editionOf, inOrder } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'
import { fold } from '#program/fold.ts'
import { standing } from '#program/standing.ts'
import { standingBody } from '#program/standing-json.ts'

const published = await demoEditions()
const editions = inOrder(published.map(({ document, ...dated }) => editionOf({ ...document, ...dated })))
const bought = (day: string, amountMinor: number): LedgerEvent => ({
  ...{ type: 'purchase', source: 's', subject: 'm-1', id: day, time: Date.parse(`${day}T12:00:00Z`) },
  ...{ amountMinor, units: 1 },
})
const bodyOf = (asOf: string, ...events: LedgerEvent[]) => {
  const sums = fold(events, 'Europe/London')
  return standingBody('m-1', sums, standing(sums, editions, Date.parse(asOf)))
}

describe('a standing as it is sent', () => {
  test('says what earned the tier, what carries it, and how far every other tier is', () => {
    const body = bodyOf('2026-05-20T10:00:00Z', bought('2026-02-10', 100_000), bought('2026-04-10', 5_000))
    expect(body.tier).toMatchObject({ id: 'gold', rank: 2, since: '2026-02', until: '2027-02-28' })
    expect(body.why).toEqual({
      month: '2026-02',
      edition: 2,
      row: [{ measure: 'spend', have: '1000.00', need: '1000.00', left: '0.00' }],
      landing: null,
      carriedBy: {
        month: '2026-05',
        edition: 2,
        row: [{ measure: 'spend', have: '1050.00', need: '1000.00', left: '0.00' }],
      },
    })
    expect(body.progress.map(({ tier }) => tier)).toEqual(['platinum'])
    expect(body.below.map(({ tier, rows }) => [tier, rows.map(({ percent }) => percent)])).toEqual([
      ['silver', [100, 33]],
    ])
    expect(body.keep?.rows.map(({ percent }) => percent)).toEqual([100, 16, 0])
    expect(body.dropsOff).toEqual({ on: '2026-06-01', spend: '0.00', orders: 0, units: 0 })
  })

  test('on the way down says from which tier, and that nothing was earned', () => {
    const body = bodyOf('2027-03-10T10:00:00Z', bought('2026-02-10', 100_000))
    expect(body.tier).toMatchObject({ id: 'silver', since: '2027-03', until: '2028-02-29' })
    expect(body.tier.then).toBe('member')
    expect(body.why).toMatchObject({ month: '2027-03', row: [], landing: { from: 'gold', through: '2028-02' } })
    expect(body.why?.carriedBy?.month).toBe('2027-01')
  })

  test('on the first tier has nothing to explain, to keep or to lose', () => {
    const body = bodyOf('2026-05-20T10:00:00Z', bought('2026-02-10', 100))
    expect([body.why, body.keep, body.tier.until, body.tier.then, body.below]).toEqual([null, null, null, null, []])
  })
})
