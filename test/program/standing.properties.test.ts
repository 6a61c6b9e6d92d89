import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editionIn } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'
import { firstWords } from '#program/first-word.ts'
import { fold } from '#program/fold.ts'
import { standing } from '#program/standing.ts'
import { arrivals, editions, instant } from './lives.ts'
import { naiveStanding } from './naive.ts'

const standingOf = (events: readonly LedgerEvent[], rules: Parameters<typeof standing>[1], asOf: number) => {
  const counted = firstWords(events).events.filter((event) => event.time <= asOf)
  return standing(fold(counted, editionIn(rules, 0).timeZone), rules, asOf)
}

test('two independent readings of the rules agree on every life (I1)', () => {
  fc.assert(
    fc.property(arrivals, editions, instant, (events, rules, asOf) => {
      const { tier, edition, loss } = standingOf(events, rules, asOf)
      const expected = naiveStanding(firstWords(events).events, rules, asOf)
      expect({
        tier: tier.id,
        edition: edition.edition,
        until: loss?.until ?? null,
        after: loss?.after.id ?? null,
      }).toEqual(expected)
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 300) },
  )
})

test('an event that arrives again changes nothing, however late (I2)', () => {
  fc.assert(
    fc.property(arrivals, editions, instant, (events, rules, asOf) => {
      expect(standingOf([...events, ...events], rules, asOf)).toEqual(standingOf(events, rules, asOf))
    }),
  )
})

test('the same identity with other content changes nothing and is told (I3)', () => {
  fc.assert(
    fc.property(arrivals, fc.nat(), (events, pick) => {
      const { events: first } = firstWords(events)
      const victim = first[pick % Math.max(1, first.length)]
      if (!victim) return
      const other: LedgerEvent = { ...victim, time: victim.time + 1 }
      const after = firstWords([...first, other])
      expect(after.events).toEqual(first)
      expect(after.conflicts).toEqual([other])
    }),
  )
})

test('the order of arrival never matters (I4)', () => {
  fc.assert(
    fc.property(
      arrivals.chain((events) => {
        const { events: first } = firstWords(events)
        return fc.tuple(fc.constant(first), fc.shuffledSubarray([...first], { minLength: first.length }))
      }),
      editions,
      ([events, shuffled], rules) => {
        const zone = editionIn(rules, 0).timeZone
        expect(fold(shuffled, zone)).toEqual(fold(events, zone))
      },
    ),
  )
})

test('more spend never means a lower tier (I7)', () => {
  const byAmounts = editions.filter((rules) =>
    rules.every(({ tiers }) => tiers.every((tier) => tier.replaces.length === 0)),
  )
  fc.assert(
    fc.property(arrivals, byAmounts, instant, fc.nat({ max: 50_000 }), (events, rules, asOf, extraMinor) => {
      const { events: first } = firstWords(events)
      const more = first.map((event) =>
        event.type === 'purchase' ? { ...event, amountMinor: event.amountMinor + extraMinor } : event,
      )
      const [before, after] = [standingOf(first, rules, asOf), standingOf(more, rules, asOf)]
      // A soft landing is the one way in which having been higher once may last longer; it never ends lower.
      expect(after.rank).toBeGreaterThanOrEqual(before.rank)
    }),
  )
})

test('a row says 100 percent if and only if it is reached (I7)', () => {
  fc.assert(
    fc.property(arrivals, editions, instant, (events, rules, asOf) => {
      for (const { rows } of standingOf(events, rules, asOf).progress) {
        // A reached row of a higher tier would mean that the tier is held.
        for (const row of rows) expect(row.percent).toBeLessThan(100)
      }
    }),
  )
})

test('the rules answer the same on every machine, whatever its zone and locale (I13)', () => {
  const zone = process.env.TZ
  fc.assert(
    fc.property(
      arrivals,
      editions,
      instant,
      fc.constantFrom('Asia/Tokyo', 'America/Los_Angeles'),
      (events, rules, asOf, machine) => {
        process.env.TZ = 'Etc/UTC'
        const here = standingOf(events, rules, asOf)
        process.env.TZ = machine
        expect(standingOf(events, rules, asOf)).toEqual(here)
      },
    ),
    { numRuns: 50 },
  )
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})
