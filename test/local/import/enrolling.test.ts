import { expect, test } from 'vitest'
import type { ImportOptions } from '#local/import/import-file.ts'
import { exitCodeOf } from '#local/import/report.ts'
import { importing as importingBy } from './importing.ts'
import { memoryLedger } from './memory-ledger.ts'

const PROFILE = `
about: A shop's orders.
source: shop
id: Order
subject: { column: Customer, withoutEnding: ".0" }
time: { column: Day, format: YYYY-MM-DD, zone: Europe/London }
currency: GBP
amount: { column: Total }
enrol: { email: "{Customer}@customers.example" }
rows: [{ as: purchase }]
`
const MAILED = PROFILE.replace('{Customer}@customers.example', '{Mail}')
const HEADER = 'Order,Customer,Day,Total,Mail'

const importing = (rows: readonly string[], options: Partial<ImportOptions> = {}, yaml = PROFILE) =>
  importingBy([HEADER, ...rows, ''].join('\n'), yaml, options)

const nothing = { enrolled: 0, before: 0, otherAddress: 0, taken: 0, withoutAddress: 0, notStored: 0 }

test('a customer is enrolled once, at the first of their orders, wherever it stands in the file', async () => {
  const { events, report, text } = await importing(['1,anna.0,2026-05-02,5,', '2,anna.0,2026-01-31,5,'])
  expect(events.filter(({ type }) => type === 'enrolment')).toEqual([
    {
      ...{ type: 'enrolment', source: 'shop', id: 'customer-anna', subject: 'anna' },
      ...{ time: Date.parse('2026-01-31T00:00:00Z'), emailHash: 'hash of anna@customers.example' },
    },
  ])
  expect([report.enrolments, report.outcomes.recorded.events]).toEqual([{ ...nothing, enrolled: 1 }, 2])
  expect(text).toMatch(/enrolled +1 customer {2}they can sign in now/)
  expect(exitCodeOf(report)).toBe(0)
})

test('a profile that enrols nobody has no customers to report', async () => {
  const { events, report, text } = await importing(['1,a,2026-05-02,5,'], {}, PROFILE.replace(/enrol:.*\n/, ''))
  expect([events.length, report.enrolments]).toEqual([1, null])
  expect(text).not.toContain('enrolled')
})

test('importing again enrols nobody, and is all right', async () => {
  const { ledger } = await importing(['1,anna,2026-05-02,5,'])
  const { report } = await importing(['1,anna,2026-05-02,5,'], { ledger })
  expect(report.enrolments).toEqual({ ...nothing, before: 1 })
  expect(exitCodeOf(report)).toBe(0)
})

test('a second file that begins with another order leaves the enrolment as it was, and is all right', async () => {
  const { ledger } = await importing(['1,anna,2026-05-02,5,'])
  const { report } = await importing(['2,anna,2026-06-02,5,'], { ledger })
  expect(report.enrolments).toEqual({ ...nothing, before: 1 })
  expect(ledger.events.get('["shop","customer-anna"]')?.time).toBe(Date.parse('2026-05-01T23:00:00Z'))
  expect(exitCodeOf(report)).toBe(0)
})

test('the same file so many months later finds other content under each order, and says how far it was moved', async () => {
  const { ledger } = await importing(['1,anna,2025-01-31,5,'])
  const { report, text } = await importing(['1,anna,2025-01-31,5,'], { ledger, monthsLater: 13 })
  expect([report.outcomes.conflict.events, report.enrolments?.before]).toEqual([1, 1])
  expect([report.monthsLater, text.includes('Every time was moved on by 13 months.')]).toEqual([13, true])
})

test('what would come to lie in the future is rejected as such, and enrols nobody', async () => {
  const { events, report } = await importing(['1,anna,2025-12-01,5,'], { monthsLater: 12 })
  expect([events, report.rejected.map(({ reason }) => reason)]).toEqual([[], ['in-the-future']])
})

test('a customer with two addresses is enrolled by that of the earliest order that has one', async () => {
  const rows = ['1,anna,2026-05-03,5,new@mail.example', '2,anna,2026-05-02,5,old@mail.example', '3,anna,2026-05-01,5, ']
  const { events } = await importing(rows, {}, MAILED)
  const time = Date.parse('2026-04-30T23:00:00Z')
  expect(events).toContainEqual(expect.objectContaining({ time, emailHash: 'hash of old@mail.example' }))
})

test.each(['', 'none', 'a b@mail.example', `${'x'.repeat(250)}@mail.example`])(
  'a customer whose address is %j has orders, and somebody has to look',
  async (address) => {
    const { report, text } = await importing([`1,anna,2026-05-02,5,${address}`], {}, MAILED)
    expect([report.outcomes.recorded.events, report.enrolments]).toEqual([1, { ...nothing, withoutAddress: 1 }])
    expect(text).toMatch(/not enrolled: no address +1 customer {2}no row of theirs has one/)
    expect(exitCodeOf(report)).toBe(1)
  },
)

test('of two customers with one address the first is recognised by it, and the other is reported', async () => {
  const rows = ['1,anna,2026-05-02,5,home@mail.example', '2,ben,2026-05-02,5,home@mail.example']
  const { ledger, report } = await importing(rows, {}, MAILED)
  expect(report.enrolments).toEqual({ ...nothing, enrolled: 1, taken: 1 })
  expect(await ledger.memberByEmail('hash of home@mail.example')).toBe('anna')
  expect(exitCodeOf(report)).toBe(1)
})

test('a customer who was enrolled by another address keeps that, and is reported', async () => {
  const { ledger } = await importing(['1,anna,2026-05-02,5,old@mail.example'], {}, MAILED)
  const { report } = await importing(['2,anna,2026-05-03,5,new@mail.example'], { ledger }, MAILED)
  expect(report.enrolments).toEqual({ ...nothing, otherAddress: 1 })
})

test('a database that stays busy leaves customers not enrolled, and says so', async () => {
  const ledger = memoryLedger()
  ledger.busy = 1000
  const { report, text } = await importing(['1,anna,2026-05-02,5,'], { ledger })
  expect(report.enrolments).toEqual({ ...nothing, notStored: 1 })
  expect(text).toContain('not enrolled: not stored')
})

test('a member whose id leaves no room for an enrolment beside it is refused', async () => {
  const { report } = await importing([`1,${'m'.repeat(120)},2026-05-02,5,`, `2,${'n'.repeat(119)},2026-05-02,5,`])
  expect([report.rejected[0]?.reason, report.rejected[0]?.rowNumbers]).toEqual(['bad-id', '2'])
  expect(report.enrolments?.enrolled).toBe(1)
})
