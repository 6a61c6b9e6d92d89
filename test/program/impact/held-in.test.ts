import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editionIn } from '#program/edition.ts'
import { firstWords } from '#program/first-word.ts'
import { fold } from '#program/fold.ts'
import { heldAt, heldIn } from '#program/impact/held-in.ts'
import { standing } from '#program/standing.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'
import { arrivals, editions, instant } from '../lives.ts'

const MONTHS = 13
const lives = arrivals.filter((events) => events.length > 0)

test('what is foretold for the first of a month is the standing of that instant', () => {
  fc.assert(
    fc.property(lives, editions, instant, (events, rules, from) => {
      const { timeZone } = editionIn(rules, 0)
      const sums = fold(firstWords(events).events, timeZone)
      // A forecast looks ahead: whatever is recorded lies before it.
      const month = Math.max(monthOf(from, timeZone), sums.firstMonth ?? 0)
      const starts = Array.from({ length: MONTHS }, (_, after) => startOfMonth(month + after, timeZone))
      expect(heldIn(sums, rules, month, MONTHS)).toEqual(starts.map((at) => standing(sums, rules, at).rank))
    }),
  )
})

test('what is held at any instants is the standing of each', () => {
  fc.assert(
    fc.property(lives, editions, fc.array(instant, { maxLength: 6 }), (events, rules, some) => {
      const { timeZone } = editionIn(rules, 0)
      const sums = fold(firstWords(events).events, timeZone)
      const first = startOfMonth(sums.firstMonth ?? 0, timeZone)
      const instants = some.filter((at) => at >= first).sort((one, other) => one - other)
      expect(heldAt(sums, rules, instants)).toEqual(instants.map((at) => standing(sums, rules, at).rank))
    }),
  )
})
