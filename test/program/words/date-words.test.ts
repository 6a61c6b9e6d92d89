import { describe, expect, it } from 'vitest'
import { dayWords, dayWordsIn, instantWords, monthWords } from '#program/words/date-words.ts'

describe('a date in words', () => {
  it('names the day, the month and the year', () => {
    expect(dayWords('2027-03-31')).toBe('31 March 2027')
    expect(dayWords('2028-02-29')).toBe('29 February 2028')
    expect(monthWords('2026-09')).toBe('September 2026')
  })

  it('leaves the year out within the same year, and only then', () => {
    expect(dayWordsIn('2026-12-31', '2026-01-01')).toBe('31 December')
    expect(dayWordsIn('2027-01-01', '2026-12-31')).toBe('1 January 2027')
  })

  it('tells an instant in the time zone of the program, not of the machine', () => {
    expect(instantWords('2026-05-20T23:30:00Z', 'Europe/London')).toBe('21 May 2026 at 00:30')
    expect(instantWords('2026-05-20T23:30:00Z', 'America/New_York')).toBe('20 May 2026 at 19:30')
  })
})
