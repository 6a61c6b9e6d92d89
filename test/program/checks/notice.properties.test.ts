import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPublication } from '#program/checks/check-publication.ts'
import { earliestMonth, SETTLING_MS } from '#program/checks/earliest-month.ts'
import { formatMonth, parseMonth } from '#program/month.ts'
import { dayOf, monthOf, startOfMonth } from '#program/zone.ts'
import { worsened } from '../changed-programs.ts'
import { instant } from '../lives.ts'

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 100) }
const FIRST = '2024-01'

const publication = fc.record({
  documents: worsened,
  publishedAt: instant,
  hours: fc.integer({ min: 0, max: 24 * 200 }),
})

describe('notice', () => {
  test('nothing is taken away earlier than the days that were promised after publication', () => {
    fc.assert(
      fc.property(publication, ({ documents: { before, after }, publishedAt, hours }) => {
        const { timeZone } = before
        const effectiveFrom = formatMonth(monthOf(publishedAt + hours * 3_600_000, timeZone))
        const asked = { document: after, before, publishedAt, isFirst: false, latestEffectiveFrom: FIRST }
        const errors = checkPublication({ ...asked, effectiveFrom })
        const start = startOfMonth(parseMonth(effectiveFrom), timeZone)
        const noticeEnds = new Date(`${dayOf(publishedAt, timeZone)}T00:00:00Z`)
        noticeEnds.setUTCDate(noticeEnds.getUTCDate() + before.noticeDays)
        const isLate = dayOf(start, timeZone) > noticeEnds.toISOString().slice(0, 10)
        if (errors.length === 0) {
          expect(isLate).toBe(true)
          expect(start - publishedAt).toBeGreaterThan(SETTLING_MS)
          expect(effectiveFrom > FIRST).toBe(true)
        } else {
          expect(effectiveFrom < earliestMonth(asked)).toBe(true)
          for (const { mend } of errors) expect(mend).toContain(String(Number(earliestMonth(asked).slice(0, 4))))
        }
      }),
      RUNS,
    )
  })

  test('the earliest month is the first for which nothing is to be said', () => {
    fc.assert(
      fc.property(publication, ({ documents: { before, after }, publishedAt, hours }) => {
        const latestEffectiveFrom = formatMonth(monthOf(publishedAt + (hours - 2400) * 3_600_000, before.timeZone))
        const asked = { document: after, before, publishedAt, isFirst: false, latestEffectiveFrom }
        const earliest = earliestMonth(asked)
        expect(checkPublication({ ...asked, effectiveFrom: earliest })).toEqual([])
        const monthBefore = formatMonth(parseMonth(earliest) - 1)
        expect(checkPublication({ ...asked, effectiveFrom: monthBefore })).not.toEqual([])
      }),
      RUNS,
    )
  })
})
