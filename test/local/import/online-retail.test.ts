import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findProfile } from '#local/import/find-profile.ts'
import { survey } from '#local/import/gatherings.ts'
import { importFile } from '#local/import/import-file.ts'
import { exitCodeOf, reportOf } from '#local/import/report.ts'
import type { LedgerEvent } from '#program/event.ts'
import { memoryLedger } from './memory-ledger.ts'

const DATA = new URL('../../../../shared/data/', import.meta.url)
const data = existsSync(DATA)
// The purchases are test input of their own licence, so they are not in the repository.
const withData = data ? test : (name: string) => test.skip(`${name} (skipped: there is no ../shared/data here)`)

async function importing(name: string, { ledger = memoryLedger(), monthsLater = 0 } = {}) {
  const [file, profile] = [new URL(`${name}.csv`, DATA).pathname, findProfile(name)]
  const nothing = { wait: async () => {}, stopped: () => false, progress: () => {} }
  const terms = { now: Date.UTC(2026, 10, 22), monthsLater }
  const surveyed = await survey(file, profile, terms)
  const emailHash = (address: string) => `hash of ${address}`
  const imported = await importFile({ file, profile, surveyed, ledger, emailHash, ...terms, ...nothing })
  const run = { file, profileName: name, profile, monthsLater, startedAt: 0, endedAt: 1000, stopped: false }
  return { report: reportOf(imported, run), events: ledger.events, ledger }
}

withData('all 25,943 rows of the invoices are accounted for, each once', async () => {
  const { report, events } = await importing('online-retail-invoices')
  expect(report.rows).toBe(25_943)
  expect(report.outcomes.recorded).toEqual({ events: 22_190, rows: 22_221 })
  const skipped = Object.fromEntries(report.skipped.map(({ reason, rows }) => [reason, rows]))
  expect(skipped).toEqual({ 'bad-debt': 3, 'stock-write-off': 1336, 'no-customer': 2383 })
  expect(report.rejected).toEqual([])
  expect(exitCodeOf(report)).toBe(0)
  const refunds = [...events.values()].filter((event) => event.type === 'refund')
  expect(refunds.length).toBe(3654)
})

withData('an invoice that stands twice is one purchase at the earlier minute', async () => {
  const { events } = await importing('online-retail-invoices')
  expect(events.get('["online-retail","536591"]')).toEqual({
    ...{ type: 'purchase', source: 'online-retail', id: '536591', subject: '14606', units: 93 },
    ...{ time: Date.parse('2010-12-01T16:57:00Z'), amountMinor: 22539 + 4668 },
  })
})

withData(
  'the lines tell of the same orders: customer, kind, minute and, but where the file was cut, pieces',
  async () => {
    const invoices = (await importing('online-retail-invoices')).events
    const { report, events: lines } = await importing('online-retail-lines')
    expect(report.rows).toBe(10_000)
    expect(report.outcomes.recorded).toEqual({ events: 444, rows: 7709 })
    const told = ({ type, subject, time }: LedgerEvent) => [type, subject, time]
    const otherPieces: string[] = []
    for (const [identity, line] of lines) {
      if (line.type === 'enrolment') continue
      const invoice = invoices.get(identity)
      expect(invoice && told(invoice)).toEqual(told(line))
      if (piecesOf(line) !== piecesOf(invoice)) otherPieces.push(line.id)
    }
    expect(otherPieces).toEqual(['537224'])
  },
)

withData(
  'importing both finds duplicates where the amounts agree, and conflicts where a mean price does not',
  async () => {
    const { ledger } = await importing('online-retail-invoices')
    const { report } = await importing('online-retail-lines', { ledger })
    expect([report.outcomes.duplicate.events, report.outcomes.conflict.events]).toEqual([97, 347])
  },
)

withData('all 4,372 customers can sign in, also those who only ever brought something back', async () => {
  const { report, events } = await importing('online-retail-invoices')
  expect(report.enrolments).toMatchObject({ enrolled: 4372, before: 0, withoutAddress: 0, taken: 0 })
  expect(events.get('["online-retail","customer-14213"]')).toEqual({
    ...{ type: 'enrolment', source: 'online-retail', id: 'customer-14213', subject: '14213' },
    ...{ time: events.get('["online-retail","C536850"]')?.time, emailHash: 'hash of 14213@customers.example' },
  })
})

withData('customers of the lines are those of the invoices: nobody is enrolled twice', async () => {
  const { ledger } = await importing('online-retail-invoices')
  const { report } = await importing('online-retail-lines', { ledger })
  expect(report.enrolments).toMatchObject({ enrolled: 0, before: 323, otherAddress: 0, taken: 0 })
})

withData('179 months later the orders are of November 2025 to November 2026', async () => {
  const { report, events } = await importing('online-retail-invoices', { monthsLater: 179 })
  const times = [...events.values()].map(({ time }) => new Date(time).toISOString())
  expect(times.reduce((one, other) => (one < other ? one : other))).toBe('2025-11-01T08:26:00.000Z')
  expect(times.reduce((one, other) => (one > other ? one : other))).toBe('2026-11-09T12:50:00.000Z')
  expect([report.outcomes.recorded.events, report.rejected, exitCodeOf(report)]).toEqual([22_190, [], 0])
})

const piecesOf = (event: LedgerEvent | undefined) => (event && 'units' in event ? event.units : undefined)
