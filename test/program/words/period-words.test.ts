import { describe, expect, it } from 'vitest'
import type { QualificationTerms } from '#program/document.ts'
import { keepWords, landingWords, windowWords } from '#program/words/period-words.ts'

const sliding: QualificationTerms = { period: 'sliding', months: 12, keep: 1, softLanding: true }
const calendar: QualificationTerms = { period: 'calendar', months: 6, keep: 12, softLanding: false, startsIn: 4 }

describe('how long a tier lasts, in words', () => {
  it.each<[QualificationTerms, string]>([
    [{ ...sliding, keep: 0 }, 'A tier earned in a month is yours to the end of that month.'],
    [sliding, 'A tier earned in a month is yours to the end of the next month.'],
    [{ ...sliding, keep: 3 }, 'A tier earned in a month is yours to the end of that month and for three months more.'],
    [{ ...calendar, keep: 0 }, 'A tier is yours to the end of the period in which it was earned.'],
    [
      { ...calendar, keep: 1 },
      'A tier is yours to the end of the period in which it was earned and for one month more.',
    ],
    [calendar, 'A tier is yours to the end of the period in which it was earned and for twelve months more.'],
  ])('%o', (terms, words) => {
    expect(keepWords(terms)).toBe(words)
  })
})

describe('what counts, in words', () => {
  it('says when something drops off, or when counting begins afresh', () => {
    expect(windowWords(sliding)).toBe(
      'The last 12 calendar months count, the present one included. At the end of each month its oldest drops off.',
    )
    expect(windowWords(calendar)).toBe('Counting begins afresh on the first of April or October and runs for 6 months.')
    expect(windowWords({ ...sliding, period: 'anniversary' })).toBe(
      'Counting begins afresh every 12 months, from the month in which you joined or first bought.',
    )
  })
})

describe('a tier that is lost, in words', () => {
  it('says whether the fall is broken, and for how long', () => {
    expect(landingWords(sliding, [])).toBe(
      'What you earned you lose one tier at a time, however little you bought, and each step down lasts 12 months.',
    )
    expect(landingWords(calendar, [])).toBe(
      'When a tier ends, you hold the highest that you have earned and that still lasts.',
    )
  })

  it('says that a plan gives its tier only while it runs, where one does', () => {
    const gold = { id: 'gold', name: 'Gold', qualify: [{ spend: '1000.00' }, { plan: 'plus' }] }
    expect(landingWords(sliding, [gold])).toMatch(/ What a paid plan gives ends with the plan\.$/)
  })
})
