import { expect, test } from 'vitest'
import { timeReader } from '#local/import/time-format.ts'

const LONDON = 'Europe/London'
const read = (format: string, text: string, zone: string | undefined = LONDON) => {
  const placed = timeReader(format, zone)(text)
  return placed && [new Date(placed.instant).toISOString(), placed.clock]
}

test('12/1/2010 8:26 of an American file is half past eight on the first of December', () => {
  expect(read('M/D/YYYY H:mm', '12/1/2010 8:26')).toEqual(['2010-12-01T08:26:00.000Z', 'once'])
})

test('in summer a London clock is an hour ahead', () => {
  expect(read('YYYY-MM-DD HH:mm:ss', '2011-07-01 08:26:05')).toEqual(['2011-07-01T07:26:05.000Z', 'once'])
})

test('of a time that the clock showed twice the first is taken', () => {
  expect(read('D.M.YYYY H:mm', '30.10.2011 1:30')).toEqual(['2011-10-30T00:30:00.000Z', 'repeated'])
})

test('a time that the clock never showed is moved on by the hour that was left out', () => {
  expect(read('D.M.YYYY H:mm', '27.3.2011 1:30')).toEqual(['2011-03-27T01:30:00.000Z', 'skipped'])
})

test.each([
  ['Pacific/Apia', '2011-12-30 12:00', '2011-12-30T22:00:00.000Z', 'skipped'],
  ['Australia/Lord_Howe', '2011-04-03 01:45', '2011-04-02T14:45:00.000Z', 'repeated'],
  ['America/St_Johns', '2011-11-06 00:30', '2011-11-06T03:00:00.000Z', 'once'],
  ['Asia/Kathmandu', '2011-01-01 00:00', '2010-12-31T18:15:00.000Z', 'once'],
])('in %s %s is %s, which came %s', (zone, text, instant, clock) => {
  expect(read('YYYY-MM-DD HH:mm', text, zone)).toEqual([instant, clock])
})

test('a date alone is midnight of its zone', () => {
  expect(read('YYYY-MM-DD', '2011-07-01')).toEqual(['2011-06-30T23:00:00.000Z', 'once'])
})

test('a time with an offset needs no zone', () => {
  expect(timeReader('RFC 3339', undefined)('2011-07-01T08:26:00+02:00')?.instant).toBe(Date.UTC(2011, 6, 1, 6, 26))
  expect(timeReader('RFC 3339', undefined)('2011-07-01T08:26:00')).toBeUndefined()
})

test.each(['13/1/2010 8:26', '2/30/2010 8:26', '12/1/10 8:26', '12/1/2010 24:00', '12/1/2010', '1/12/2010 8:60 '])(
  '%j is no time of the form M/D/YYYY H:mm',
  (text) => expect(read('M/D/YYYY H:mm', text)).toBeUndefined(),
)

test.each([
  ['H:mm', 'has no year'],
  ['YYYY-MM', 'has no day'],
  ['M/D/YYYY M', 'names a part twice'],
])('a format %j %s', (format, fault) => {
  expect(() => timeReader(format, LONDON)).toThrow(fault)
})

test.each([
  ['12/1/2010 8:26', 179, '2025-11-01T08:26:00.000Z', 'once'],
  ['7/1/2011 8:26', 1, '2011-08-01T07:26:00.000Z', 'once'],
  ['10/1/2011 8:26', 2, '2011-12-01T08:26:00.000Z', 'once'],
  ['1/31/2011 12:00', 13, '2012-02-29T12:00:00.000Z', 'once'],
  ['1/31/2011 12:00', 1, '2011-02-28T12:00:00.000Z', 'once'],
  ['2/27/2011 1:30', 1, '2011-03-27T01:30:00.000Z', 'skipped'],
])('%s, %i months later, is %s', (text, months, instant, clock) => {
  const placed = timeReader('M/D/YYYY H:mm', LONDON, months)(text)
  expect(placed && [new Date(placed.instant).toISOString(), placed.clock]).toEqual([instant, clock])
})

test.each([
  ['2011-01-31T08:26:05.250Z', '2011-02-28T08:26:05.250Z'],
  ['2011-01-31T23:30:00-05:00', '2011-03-01T04:30:00.000Z'],
  ['2011-02-01T00:30:00+02:00', '2011-02-28T22:30:00.000Z'],
])('%s, a month later, keeps its day and hour at its offset', (text, instant) => {
  const placed = timeReader('RFC 3339', undefined, 1)(text)
  expect(placed && new Date(placed.instant).toISOString()).toBe(instant)
})

test('a local time without a zone is refused', () => {
  expect(() => timeReader('M/D/YYYY', undefined)).toThrow('needs a zone')
})
