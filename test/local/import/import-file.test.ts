import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportOptions } from '#local/import/import-file.ts'
import { exitCodeOf } from '#local/import/report.ts'
import { importing as importingBy } from './importing.ts'
import { memoryLedger } from './memory-ledger.ts'

const PROFILE = `
about: A shop's orders.
source: shop
event: rows with the same id
id: Order
subject: { column: Customer }
time: { column: Day, format: YYYY-MM-DD, zone: Europe/London }
currency: GBP
amount: { product: [Pieces, Price] }
units: Pieces
reasons: { test-order: placed to try the shop }
rows:
  - { when: { Customer: { is: test } }, skip: test-order }
  - { when: { Order: { startsWith: R } }, as: refund, sign: negative }
  - { as: purchase }
`
const HEADER = 'Order,Customer,Day,Pieces,Price'

const importing = (content: string | Uint8Array, options: Partial<ImportOptions> = {}, yaml = PROFILE) =>
  importingBy(content, yaml, options)

test('rows of one order are one purchase, however far apart they stand, at the earliest of their times', async () => {
  const { events, report } = await importing(
    `${HEADER}\n1,anna,2026-05-02,2,3.333\n2,ben,2026-05-03,1,5\n1,anna,2026-05-01,1,0.50\n`,
  )
  const [ben, anna] = events
  const first = { type: 'purchase', source: 'shop', id: '1', subject: 'anna', amountMinor: 667 + 50, units: 3 }
  expect(anna).toEqual({ ...first, time: Date.parse('2026-04-30T23:00:00Z') })
  expect(ben).toMatchObject({ id: '2', amountMinor: 500 })
  expect(report.outcomes.recorded).toEqual({ events: 2, rows: 3 })
  expect(exitCodeOf(report)).toBe(0)
})

test('a cancellation stands with a minus in the file and is a refund that names no purchase', async () => {
  const { events } = await importing(`${HEADER}\nR7,anna,2026-05-02,-2,4.95\n`)
  expect(events).toMatchObject([{ type: 'refund', id: 'R7', amountMinor: 990, units: 2 }])
  expect(events[0]).not.toHaveProperty('purchase')
})

test('with one row of an order rejected, no part of it is recorded', async () => {
  const { events, report, text } = await importing(
    `${HEADER}\n1,anna,2026-05-02,2,3.50\n2,ben,2026-05-03,1,5\n1,anna,2026-05-02,six,0.50\n`,
  )
  expect(events).toMatchObject([{ id: '2' }])
  expect(report.rejected.map(({ reason, rowNumbers }) => [reason, rowNumbers])).toEqual([
    ['bad-number', '4'],
    ['part-rejected', '2'],
  ])
  expect(text).toContain('row 4: Pieces "six"')
  expect(exitCodeOf(report)).toBe(1)
})

test('every row is in exactly one place', async () => {
  const { report } = await importing(
    `${HEADER}\n1,anna,2026-05-02,2,3\n2,test,2026-05-02,1,1\n3,ben,2026-05-02,1\n4,ben,2026-13-01,1,1\n` +
      '5,ben,2027-01-01,1,1\n6,ben,2026-05-02,-1,1\nR8,ben,2026-05-02,1,1\n9,,2026-05-02,1,1\n10,a,2026-05-02,1.5,1\n' +
      '11,a,2026-05-02,1,99999999999999999\n12,a,2026-05-02,1,1\n12,b,2026-05-02,1,1\n',
  )
  expect(report.skipped.map(({ reason, rows }) => [reason, rows])).toEqual([['test-order', 1]])
  expect(Object.fromEntries(report.rejected.map(({ reason, rowNumbers }) => [reason, rowNumbers]))).toEqual({
    'wrong-number-of-cells': '4',
    'bad-time': '5',
    'in-the-future': '6',
    'wrong-sign': '7–8',
    'bad-id': '9',
    'bad-number': '10',
    'too-large': '11',
    'parts-disagree': '12–13',
  })
  const rejected = report.rejected.reduce((sum, { rows }) => sum + rows, 0)
  expect(report.outcomes.recorded.rows + 1 + rejected).toBe(report.rows)
  expect(report.rowsNotReached).toBe(0)
})

test('importing again finds everything there and changes nothing', async () => {
  const content = `${HEADER}\n1,anna,2026-05-02,2,3.50\nR2,anna,2026-05-03,-1,5\n`
  const { ledger } = await importing(content)
  const before = structuredClone([...ledger.events.values()])
  const { report } = await importing(content, { ledger })
  expect(report.outcomes.duplicate).toEqual({ events: 2, rows: 2, rowNumbers: '2–3' })
  expect([...ledger.events.values()]).toEqual(before)
  expect(exitCodeOf(report)).toBe(0)
})

test('an order that is there with another amount is a conflict, and stays as it was', async () => {
  const { ledger } = await importing(`${HEADER}\n1,anna,2026-05-02,2,3.50\n`)
  const { report, text } = await importing(`${HEADER}\n1,anna,2026-05-02,2,3.51\n`, { ledger })
  expect(report.outcomes.conflict).toEqual({ events: 1, rows: 1, rowNumbers: '2' })
  expect([...ledger.events.values()]).toMatchObject([{ amountMinor: 700 }])
  expect(text).toContain('with other content, which stands; rows 2')
  expect(exitCodeOf(report)).toBe(1)
})

test('a database that is busy for a while is asked again', async () => {
  const ledger = memoryLedger()
  ledger.busy = 3
  const waits: number[] = []
  const wait = async (ms: number) => void waits.push(ms)
  const { report } = await importing(`${HEADER}\n1,anna,2026-05-02,2,3.50\n`, { ledger, wait })
  expect(report.outcomes.recorded.events).toBe(1)
  expect(waits).toEqual([200, 400, 800])
})

test('a database that stays busy is reported, row by row', async () => {
  const ledger = memoryLedger()
  ledger.busy = 1000
  const { report, text } = await importing(`${HEADER}\n1,anna,2026-05-02,2,3.50\n`, { ledger })
  expect(report.outcomes.retry).toEqual({ events: 1, rows: 1, rowNumbers: '2' })
  expect(text).toContain('the database was too busy')
  expect(exitCodeOf(report)).toBe(1)
})

test('an import that is stopped says which rows it did not reach', async () => {
  const rows = Array.from({ length: 1500 }, (_, index) => `${index},m-${index},2026-05-02,1,1`)
  const ledger = memoryLedger()
  const stopped = () => ledger.events.size > 0
  const { report } = await importing(`${HEADER}\n${rows.join('\n')}\n`, { ledger, stopped })
  expect(report.outcomes.recorded.rows).toBe(500)
  expect(report.rowsNotReached).toBe(1000)
  expect(exitCodeOf({ ...report, stopped: true })).toBe(130)
})

test('what the database did not take any more when the import was stopped was not reached', async () => {
  let calls = 0
  const record = async () => {
    calls++
    return ['retry'] as const
  }
  const options = { ledger: { ...memoryLedger(), record }, stopped: () => calls > 0 }
  const { report } = await importing(`${HEADER}\n1,anna,2026-05-02,2,3.50\n`, options)
  expect([report.outcomes.retry.rows, report.rowsNotReached]).toEqual([0, 1])
})

test('a database that fails leaves a report of what is recorded', async () => {
  const record = async () => Promise.reject(new Error('The connection was lost.'))
  const { report, text } = await importing(`${HEADER}\n1,anna,2026-05-02,2,3.50\n`, {
    ledger: { ...memoryLedger(), record },
  })
  expect(report).toMatchObject({ failure: 'The connection was lost.', rowsNotReached: 1 })
  expect(text).toContain('The import broke off: The connection was lost. What is recorded stays')
})

test('a byte order mark, Windows line ends and quoted cells are taken as they come', async () => {
  const { events } = await importing(`\ufeff${HEADER}\r\n"1","an""na, B.",2026-05-02,2,3.50\r\n\r\n`)
  expect(events).toMatchObject([{ subject: 'an"na, B.' }])
})

test('a blank line counts as a row, as spreadsheets show it', async () => {
  const { report } = await importing(`${HEADER}\n\n1,anna,2026-05-02,x,3.50\n\n`)
  expect([report.rows, report.rejected[0]?.rowNumbers]).toEqual([1, '3'])
})

test('a file from an older Windows program is read when the profile says so', async () => {
  const bytes = Buffer.from(
    `${HEADER};\n1;Ren\xe9;2026-05-02;2;3,50;\n`.replaceAll(HEADER, HEADER.replaceAll(',', ';')),
    'latin1',
  )
  const yaml = PROFILE.replace('source:', 'encoding: windows-1252\ndelimiter: ;\ndecimalMark: ","\nsource:')
  const { events } = await importing(bytes, {}, yaml)
  expect(events).toMatchObject([{ subject: 'René', amountMinor: 700 }])
})

const GOOD_ROW = '1,anna,2026-05-02,2,3.50\n'

test.each<[string, string | Uint8Array, string]>([
  ['an empty file', '', 'The file is empty.'],
  ['a file of blank lines', '\n\n', 'The file has no rows.'],
  ['another delimiter', `${HEADER.replaceAll(',', ';')}\n`, 'separated by ";", the profile says ","'],
  ['a renamed column', `${HEADER.replace('Price', 'price')}\n`, 'Row 1 has no column "Price". It has "Order"'],
  ['a column that stands twice', `${HEADER},Day\n`, 'The column "Day" stands twice'],
  ['a quote that is never closed', `${HEADER}\n${GOOD_ROW}2,"ben,2026-05-02,1,1\n`, 'opened in row 3 is never closed'],
  ['a quote in the middle of a cell', `${HEADER}\n1,"an"na,2026-05-02,1,1\n`, 'The quotes (") of row 2 do not match'],
  ['bytes that are not UTF-8', Buffer.from(`${HEADER}\n${GOOD_ROW}2,Ren\xe9,`, 'latin1'), 'Line 3 is not utf-8.'],
  ['UTF-16', Buffer.from(`\ufeff${HEADER}\n`, 'utf16le'), 'The file is UTF-16.'],
  ['a workbook', Buffer.from('PK\x03\x04 and so on'), 'The file is a workbook or an archive'],
  ['a line without an end', `${HEADER}\n${'x'.repeat(200_000)}`, 'Line 2 is longer than 65536 bytes'],
  ['a row without an end', `${HEADER}\n1,"${'anna\n'.repeat(20_000)}`, 'Row 2 is longer than 65536 characters'],
])('%s is refused as a whole, and nothing is recorded', async (_, content, message) => {
  const ledger = memoryLedger()
  await expect(importing(content, { ledger })).rejects.toThrow(message)
  expect(ledger.events.size).toBe(0)
})

test('a file that is not there, or is a folder, is said to be so', async () => {
  await expect(importing('', { file: join(tmpdir(), 'no-such-orders.csv') })).rejects.toThrow('There is no file')
  await expect(importing('', { file: tmpdir() })).rejects.toThrow('is a folder')
})
