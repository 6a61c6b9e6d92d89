import { expect, test } from 'vitest'
import { calendarOf } from '#local/demo-data/calendar.ts'
import { parcelInvoices } from '#local/demo-data/parcel-invoices.ts'
import { usesOf } from '#local/demo-data/perk-uses.ts'
import { demoEvents } from '#local/demo-data.ts'
import { DEMO_PEOPLE } from '#local/demo-people.ts'
import { type Storyteller, tellLife } from '#local/tell-life.ts'
import { purchase } from '../ledger/events.ts'

const NOW = Date.parse('2026-11-22T10:00:00Z')
const calendar = calendarOf(NOW, 'Europe/London')
const events = demoEvents({ now: NOW, timeZone: 'Europe/London', emailHash: (email) => email })
const lives = [...Map.groupBy(events, ({ subject }) => subject).values()]
const uses = lives.flatMap((life) => usesOf(life, calendar))

test('the demo’s members ask for perks about 1,450 times, each time after the order that it is for, and never to come', () => {
  expect(uses.length).toBeGreaterThan(1_200)
  expect(uses.length).toBeLessThan(1_700)
  const bought = new Map(events.map(({ id, time }) => [id, time]))
  for (const { at, request, reversedAt } of uses) {
    expect(at).toBeGreaterThan(bought.get(request.basket?.order ?? '') ?? Number.POSITIVE_INFINITY)
    expect(at).toBeLessThanOrEqual(NOW)
    expect(reversedAt ?? at).toBeGreaterThanOrEqual(at)
    expect(reversedAt ?? at).toBeLessThanOrEqual(NOW)
  }
})

test('no key is given twice, and the same events tell the same uses again', () => {
  const keys = uses.map(({ request }) => `${request.sender} ${request.key}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(lives.flatMap((life) => usesOf(life, calendar))).toEqual(uses)
})

test('a life is told in the order in which it happened, each use at its instant', async () => {
  const told: string[] = []
  const tell = (what: string) => void told.push(`${what} at ${teller.clock - NOW}`)
  const ledger: Storyteller['ledger'] = {
    record: async (all) => {
      for (const { id } of all) tell(id)
      return all.map(() => 'recorded')
    },
    redeem: async ({ key }) => {
      tell(key)
      return { kind: 'unknown_perk' }
    },
    reverse: async () => ({ kind: 'retry' }),
  }
  const teller: Storyteller = { ledger, clock: NOW }
  const life = [purchase('second', { time: NOW - 1_000 }), purchase('first', { time: NOW - 3_000 })]
  const request = (key: string) => ({ key, sender: 'till', member: 'm-1', perk: 'lounge', basket: null })
  const asked = [{ at: NOW - 2_000, reversedAt: null, request: request('use') }]
  await tellLife(teller, life, asked, NOW)
  expect(told).toEqual(['first at -2000', 'use at -2000', 'second at 0'])
})

test('the carrier’s invoices name each use of their month once, in their order, and a few orders that nobody knows', () => {
  const deliveries = uses
    .filter(({ request }) => request.perk === 'free-delivery')
    .map(({ at, request }, number) => ({
      ...{ kind: 'redemption' as const, ...request, id: `r-${String(number).padStart(32, '0')}`, salt: '', at },
      ...{ tier: 'gold', edition: 2, worthMinor: 495, costMinor: 320, usesBefore: null, usedInOrder: null, left: null },
    }))
  const invoices = parcelInvoices(deliveries, calendar)
  expect(invoices).toHaveLength(2)
  const lines = invoices.flatMap((invoice) => invoice.lines)
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
  expect(lines.length).toBeGreaterThan(50)
  const known = new Set(deliveries.flatMap(({ basket, id }) => [basket?.order, id]))
  expect(lines.filter(({ order, redemption }) => !known.has(redemption ?? order))).toHaveLength(6)
  expect(parcelInvoices(deliveries.toReversed(), calendar)).toEqual(invoices)
})

test('the members who can sign in use perks as others do', () => {
  const told = new Set(DEMO_PEOPLE.map(({ member }) => member))
  expect(uses.some(({ request }) => told.has(request.member))).toBe(true)
})
