import { expect, test } from 'vitest'
import { earliestMonth } from '#studio/months.ts'
import { OTHER_EDITION } from '../publisher/programs.ts'

/** In force since March 2031 in Tokyo, with 77 days of notice. */
const latest = OTHER_EDITION
const asking = (noticeDays: number) => ({ ...latest.document, noticeDays })
const at = (time: string, noticeDays = 0) => earliestMonth(asking(noticeDays), latest, Date.parse(time))

test('a change of rules is announced for as long as was promised, in days of the program’s zone', () => {
  expect(at('2031-05-15T14:59:59.999Z')).toBe('2031-08')
  expect(at('2031-05-15T15:00:00Z')).toBe('2031-09')
})

test('and for longer when the document itself promises more, but never for less', () => {
  expect(at('2031-05-15T00:00:00Z', 120)).toBe('2031-10')
  expect(at('2031-05-15T00:00:00Z', -1e308)).toBe('2031-08')
  expect(at('2031-05-15T00:00:00Z', 1e308)).toBe('2032-06')
})

test('without any notice it still takes ten minutes for every copy to be right', () => {
  const hasty = { ...latest, document: asking(0) }
  const soonest = (time: string) => earliestMonth(asking(0), hasty, Date.parse(time))
  expect(soonest('2031-05-31T14:49:59.999Z')).toBe('2031-06')
  expect(soonest('2031-05-31T14:50:00Z')).toBe('2031-07')
})

test('it comes after every edition that is announced', () => {
  const far = { ...latest, effectiveFrom: '2033-01' }
  expect(earliestMonth(asking(0), far, Date.parse('2031-05-15T00:00:00Z'))).toBe('2033-02')
})

test('the very first edition may be in force at once', () => {
  expect(earliestMonth(asking(77), undefined, Date.parse('2031-05-31T15:00:00Z'))).toBe('2031-06')
})
