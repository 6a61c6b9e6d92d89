import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerEvent } from '#program/event.ts'
import { standing } from '#program/standing.ts'
import { NOTHING } from '#program/sums.ts'
import { arrivals, editions } from '../program/lives.ts'
import { heardFrom, heldAtLast, type Recorded, toldOf } from './told-life.ts'

const HOUR_MS = 3_600_000

/** Lives that are recorded some hours after what happened, now and then several events at once. */
const lives: fc.Arbitrary<readonly Recorded[]> = arrivals.chain((events) => {
  const hours = fc.array(
    fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 4_000 })),
    {
      minLength: events.length,
      maxLength: events.length,
    },
  )
  return hours.map((late) => recorded(events.map((event, index) => [event, (late[index] ?? 0) * HOUR_MS])))
})

/** Events with how late each was recorded; those of one hour are recorded together. */
function recorded(events: readonly (readonly [LedgerEvent, number])[]): readonly Recorded[] {
  const byTime = new Map<number, LedgerEvent[]>()
  for (const [event, late] of events) byTime.set(event.time + late, [...(byTime.get(event.time + late) ?? []), event])
  return [...byTime].map(([at, together]) => ({ at, events: together })).sort((one, other) => one.at - other.at)
}

/** The turner has looked at everybody within a few hours. */
const lateness = fc.integer({ min: 0, max: 12 * 60 }).map((minutes) => minutes * 60_000)
const some = { numRuns: Number(process.env.FC_RUNS ?? 200) }

describe('of every life', () => {
  test('the last tier that was told is the tier that is held', () => {
    fc.assert(
      fc.property(lives, editions, lateness, fc.nat({ max: 6_000 }), (life, rules, late, hoursLater) => {
        const [first, last] = [life[0], life.at(-1)]
        if (!first || !last) return
        const at = last.at + hoursLater * HOUR_MS
        const before = standing(NOTHING, rules, first.at).tier.id
        expect(heardFrom(toldOf(life, rules, at, late)) ?? before).toBe(heldAtLast(life, rules, at))
      }),
      some,
    )
  })

  test('what is told twice has the same ids twice, and what is told once has ids of its own', () => {
    fc.assert(
      fc.property(lives, editions, (life, rules) => {
        const at = (life.at(-1)?.at ?? 0) + 3_000 * HOUR_MS
        const [once, twice] = [toldOf(life, rules, at, 0), toldOf(life, rules, at, 0)]
        expect(twice).toEqual(once)
        const orders = once.map(({ id, order }) => `${id} ${order}`)
        expect(new Set(once.map(({ id }) => id)).size).toBe(new Set(orders).size)
      }),
      some,
    )
  })
})
