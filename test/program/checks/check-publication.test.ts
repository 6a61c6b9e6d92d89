import { describe, expect, test } from 'vitest'
import { checkPublication } from '#program/checks/check-publication.ts'
import { earliestMonth } from '#program/checks/earliest-month.ts'
import { type Draft, demoDocument } from './demo-document.ts'

const NOV_20 = Date.parse('2026-11-20T10:00:00Z')

const publication = (change: (draft: Draft) => void, effectiveFrom: string | null, publishedAt = NOV_20) => ({
  ...{ document: demoDocument(change), before: demoDocument(), effectiveFrom, publishedAt },
  ...{ isFirst: false, latestEffectiveFrom: '2026-01' },
})
const findings = (...given: Parameters<typeof publication>) =>
  checkPublication(publication(...given)).map(({ place, code, mend }) => `${place} ${code}: ${mend}`)

const more = (draft: Draft) => (draft.tiers[2].qualify[0].spend = '900.00')
const less = (draft: Draft) => (draft.tiers[2].qualify[0].spend = '1200.00')

describe('the month in which an edition takes effect', () => {
  test('is the next one when it only adds', () => {
    expect(findings(more, '2026-12')).toEqual([])
  })

  test('has to be chosen, and to be a month', () => {
    expect(findings(more, null)).toEqual([
      '/effectiveFrom no_month: Choose the month on whose first day it shall be in force.',
    ])
    expect(findings(more, '2026-12-15')).toEqual(['/effectiveFrom bad_month: Write it as in "2027-03".'])
  })

  test('has not begun', () => {
    expect(findings(more, '2026-11')).toEqual(['/effectiveFrom too_early: Choose December 2026 or a later month.'])
  })

  test('begins more than ten minutes later, in the program’s own zone', () => {
    const tokyo = (minutes: string) => {
      const inTokyo = (draft: Draft) => (draft.timeZone = 'Asia/Tokyo')
      const given = publication(inTokyo, '2026-12', Date.parse(`2026-11-30T14:${minutes}Z`))
      return checkPublication({ ...given, before: demoDocument(inTokyo) }).map(({ code }) => code)
    }
    expect(tokyo('49:59.999')).toEqual([])
    expect(tokyo('50:00')).toEqual(['too_early'])
  })

  test('follows every edition that is published', () => {
    const given = { ...publication(more, '2027-02'), latestEffectiveFrom: '2027-02' }
    expect(checkPublication(given)).toEqual([expect.objectContaining({ code: 'not_later' })])
    expect(earliestMonth(given)).toBe('2027-03')
    expect(checkPublication({ ...given, effectiveFrom: '2027-03' })).toEqual([])
  })

  test('may lie in the past for the first edition of all', () => {
    const given = { ...publication(more, '2020-01'), before: null, isFirst: true, latestEffectiveFrom: null }
    expect(checkPublication(given)).toEqual([])
    expect(earliestMonth(given)).toBe('2026-11')
  })
})

describe('what takes something away', () => {
  test('is told where it stands, with the month and the figure that would do', () => {
    expect(checkPublication(publication(less, '2026-12'))).toEqual([
      {
        ...{ kind: 'error', place: '/tiers/2/qualify/0/spend', code: 'without_notice' },
        message:
          'Gold: spend in 12 months rises from £1,000 to £1,200. That takes something away, and 30 days of notice were promised.',
        mend: 'Choose January 2027 or a later month, or leave it at £1,000.',
      },
    ])
  })

  test('waits for whole days of notice, that of publication not counted', () => {
    expect(findings(less, '2026-12', Date.parse('2026-10-31T23:59:59Z'))).toEqual([])
    expect(findings(less, '2026-12', Date.parse('2026-11-01T00:00:00Z'))).toHaveLength(1)
    // The clocks go forward in between: days are counted, not hours.
    expect(findings(less, '2027-04', Date.parse('2027-03-01T23:59:59Z'))).toEqual([])
    expect(findings(less, '2027-04', Date.parse('2027-03-02T00:00:00Z'))).toHaveLength(1)
  })

  test('keeps the notice that was promised, not the one that it promises', () => {
    const hasty = (draft: Draft) => {
      less(draft)
      draft.noticeDays = 0
    }
    expect(findings(hasty, '2026-12').map((finding) => finding.split(' ')[0])).toEqual([
      '/tiers/2/qualify/0/spend',
      '/noticeDays',
    ])
    expect(findings(hasty, '2027-01')).toEqual([])
  })

  test('keeps the notice of the edition in force, too, while a shorter one is only announced', () => {
    const given = {
      ...publication(less, '2027-01'),
      before: demoDocument((draft) => (draft.noticeDays = 0)),
      inForce: demoDocument((draft) => (draft.noticeDays = 90)),
    }
    expect(earliestMonth(given)).toBe('2027-03')
    expect(checkPublication(given)).toHaveLength(1)
    expect(checkPublication({ ...given, effectiveFrom: '2027-03' })).toEqual([])
  })

  test('is not held up by a notice of no days', () => {
    const given = { ...publication(less, '2026-12'), before: demoDocument((draft) => (draft.noticeDays = 0)) }
    expect(checkPublication(given)).toEqual([])
  })
})
