import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { demoEvents } from '#local/demo-data.ts'
import { DEMO_PEOPLE } from '#local/demo-people.ts'
import { identityOf } from '#program/event.ts'

const settings = {
  now: Date.parse('2026-11-22T10:00:00Z'),
  timeZone: 'Europe/London',
  emailHash: (email: string) => createHash('sha256').update(email).digest('hex'),
}

const MOMENTS = ['2026-11-22T10:00:00Z', '2027-01-01T00:00:00Z', '2027-03-31T22:59:59Z', '2028-02-29T12:00:00Z']

test.each(MOMENTS)('the demo shop at %s has over 1,000 members and 20,000 events, none of them to come', (moment) => {
  const now = Date.parse(moment)
  const events = demoEvents({ ...settings, now })
  expect(new Set(events.map((event) => event.subject)).size).toBeGreaterThan(1000)
  expect(events.length).toBeGreaterThan(20_000)
  expect(events.filter((event) => event.time > now)).toEqual([])
})

test('no two events of the demo shop have the same identity', () => {
  const events = demoEvents(settings)
  expect(new Set(events.map(identityOf)).size).toBe(events.length)
})

test('the same settings tell the same three years again', () => {
  expect(demoEvents(settings)).toEqual(demoEvents(settings))
})

test('every refund with a receipt names a purchase of its member and gives back no more than was paid', () => {
  const events = demoEvents(settings)
  const left = new Map<string, number>()
  for (const event of events) {
    if (event.type === 'purchase') left.set(`${event.subject} ${event.id}`, event.amountMinor)
  }
  for (const event of events) {
    if (event.type !== 'refund' || event.purchase === undefined) continue
    const key = `${event.subject} ${event.purchase}`
    const remaining = (left.get(key) ?? Number.NaN) - event.amountMinor
    expect(remaining).toBeGreaterThanOrEqual(0)
    left.set(key, remaining)
  }
})

test('each demo member can be recognised by the hash of the address, and nobody else', () => {
  const joined = demoEvents(settings).filter((event) => event.type === 'enrolment')
  const recognised = joined.filter((event) => event.emailHash !== undefined)
  const expected = DEMO_PEOPLE.flatMap(({ member, email }) => (member ? [[member, settings.emailHash(email)]] : []))
  expect(recognised.map((event) => [event.subject, event.emailHash])).toEqual(expected)
})

test('November and December sell most', () => {
  const orders = new Map<string, number>()
  for (const event of demoEvents({ ...settings, now: Date.parse('2027-01-01T00:00:00Z') })) {
    const month = new Date(event.time).toISOString().slice(0, 7)
    if (event.type === 'purchase') orders.set(month, (orders.get(month) ?? 0) + 1)
  }
  const busiest = ['2026-10', '2026-11', '2026-12'].map((month) => orders.get(month) ?? 0)
  expect(busiest[1]).toBeGreaterThan((busiest[0] ?? 0) * 1.2)
  expect(busiest[2]).toBeGreaterThan((busiest[0] ?? 0) * 1.2)
})

test('life in the demo shop has returns, plans and a few returns without a receipt', () => {
  const events = demoEvents(settings)
  const refunds = events.filter((event) => event.type === 'refund')
  expect(refunds.length).toBeGreaterThan(1000)
  expect(refunds.filter((event) => event.purchase === undefined).length).toBeGreaterThan(20)
  expect(events.filter((event) => event.type === 'plan').length).toBeGreaterThan(100)
})
