import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldUses } from '#program/perks/fold-uses.ts'
import { CALENDAR_WINDOWS } from '#program/perks/span.ts'
import { afterReversal, afterUse, type Uses, usedIn } from '#program/perks/uses.ts'

const LONDON = 'Europe/London'
const day = (text: string) => Date.parse(`${text}T12:00:00Z`)
const used = (...days: string[]) => days.reduce<Uses | null>((uses, text) => afterUse(uses, day(text), LONDON), null)

test('who never used a perk has used it in no window', () => {
  for (const window of [...CALENDAR_WINDOWS, 'ever'] as const) expect(usedIn(null, window, 0, LONDON)).toBe(0)
})

test('uses count in every window that they share with the instant', () => {
  const uses = used('2026-01-05', '2026-04-02', '2026-05-04', '2026-05-18', '2026-05-20')
  const now = day('2026-05-20')
  const counts = [...CALENDAR_WINDOWS, 'ever'].map((window) => usedIn(uses, window as 'day', now, LONDON))
  expect(counts).toEqual([1, 2, 3, 4, 5, 5])
})

test('an allowance is whole again on the first day of the next window, and not a moment before', () => {
  const uses = used('2026-05-20', '2026-05-20')
  expect(usedIn(uses, 'month', Date.parse('2026-05-31T22:59:59Z'), LONDON)).toBe(2)
  expect(usedIn(uses, 'month', Date.parse('2026-05-31T23:00:00Z'), LONDON)).toBe(0)
  expect(usedIn(uses, 'year', Date.parse('2026-05-31T23:00:00Z'), LONDON)).toBe(2)
})

test('what is taken back comes back in the windows it came from, and in no other', () => {
  const uses = used('2026-04-02', '2026-05-20')
  expect(uses && afterReversal(uses, day('2026-04-02'), LONDON)).toMatchObject({
    inWindow: { day: 1, week: 1, month: 1, quarter: 1, year: 1 },
    ever: 1,
  })
  expect(uses && afterReversal(uses, day('2026-05-20'), LONDON)).toMatchObject({
    inWindow: { day: 0, week: 0, month: 0, quarter: 1, year: 1 },
    ever: 1,
  })
})

/** Uses in the order of their instants, some of them taken back at some time afterwards. */
const lives = fc.array(
  fc.record({
    at: fc.integer({ min: day('2025-10-01'), max: day('2026-06-01') }),
    isTakenBack: fc.boolean(),
    after: fc.nat(5),
  }),
  { maxLength: 25 },
)

/** Counts on from use to use; each is taken back `after` so many further uses, or at the end. */
function countedOn(life: readonly { at: number; isTakenBack: boolean; after: number }[]): Uses | null {
  const sorted = life.toSorted((one, other) => one.at - other.at)
  let uses: Uses | null = null
  const takeBack = (due: (number: number, after: number) => boolean) => {
    for (const [number, { at, isTakenBack, after }] of sorted.entries()) {
      if (isTakenBack && uses && due(number, after)) uses = afterReversal(uses, at, LONDON)
    }
  }
  for (const [number, { at }] of sorted.entries()) {
    uses = afterUse(uses, at, LONDON)
    takeBack((of, after) => of + after === number)
  }
  takeBack((of, after) => of + after >= sorted.length)
  return uses
}

test('I1: counting on from use to use comes to what counting all of them does', () => {
  fc.assert(
    fc.property(lives, (life) => {
      expect(countedOn(life)).toEqual(foldUses(life, LONDON))
    }),
  )
})

test('I4: the order in which uses are counted makes no difference', () => {
  fc.assert(
    fc.property(
      lives.chain((life) => fc.tuple(fc.constant(life), shuffled(life))),
      ([life, mixed]) => {
        expect(foldUses(mixed, LONDON)).toEqual(foldUses(life, LONDON))
      },
    ),
  )
})

const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length })

test('what is used and taken back at once leaves every count as it was', () => {
  fc.assert(
    fc.property(lives, fc.nat(400 * 86_400_000), (life, later) => {
      const before = foldUses(life, LONDON)
      const at = (before?.lastAt ?? day('2026-01-01')) + later
      const after = afterReversal(afterUse(before, at, LONDON), at, LONDON)
      for (const window of [...CALENDAR_WINDOWS, 'ever'] as const) {
        expect(usedIn(after, window, at, LONDON)).toBe(usedIn(before, window, at, LONDON))
      }
    }),
  )
})
