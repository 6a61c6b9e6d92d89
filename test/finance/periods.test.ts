import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type FinanceDeps, financeApp } from '#finance/app.ts'
import type { Booked, Books } from '#ledger/books.ts'
import type { CostEntry, CostTotal } from '#ledger/cost-entry.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { ArchiveFile } from '#ledger/seal/archive.ts'
import { verifyMonth } from '#ledger/seal/verify-month.ts'
import { type Month, parseMonth } from '#program/month.ts'
import { checked } from '../http/checked.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { AFTER_MAY, bought, EVERY_KIND, KEY, MAY, memoryBooks, program } from '../ledger/seal/booked-months.ts'
import { anySigner, archived, memoryArchive } from '../ledger/seal/memory-archive.ts'
import { total } from './cost-totals.ts'

const SPRING = new Map<Month, readonly Booked[]>([
  [parseMonth('2026-04'), [1, 2, 3, 4, 5].map(bought)],
  [MAY, EVERY_KIND],
])

/** Finance on the first of June, an hour after May ended; nothing cost anything, unless totals say so. */
function finance({
  now = AFTER_MAY,
  totals = [] as readonly CostTotal[],
  report: told = report as (error: unknown) => void,
} = {}) {
  const books = {
    ...memoryBooks(SPRING),
    costTotals: async () => totals,
    async *costEntries(): AsyncGenerator<CostEntry> {},
  } as Partial<Books> as Books
  const ledger = { program: async () => program } as Partial<Ledger> as Ledger
  const archive = memoryArchive()
  const sealing = { archive, signer: anySigner(), key: KEY }
  const pseudonym = (member: string) => member
  const app = financeApp({
    ledger,
    books,
    press: {} as FinanceDeps['press'],
    sealing,
    identify: identifyRole,
    now: () => now,
    pause: async () => {},
    pseudonym,
    report: told,
  })
  const send = checked(app)
  const headers = as('finance')
  return {
    ...{ app, archive },
    get: (path: string) => send(path, { headers }),
    close: (month: string) => send(`/finance/periods/${month}/close`, { method: 'POST', headers }),
  }
}

describe('finance closes months', () => {
  test('one after the other, and sees which are next', async () => {
    const { get, close } = finance()
    const states = async () =>
      (await get('/finance/periods')).body.items.map(({ month, state }: Record<string, string>) => `${month} ${state}`)
    expect(await states()).toEqual(['2026-06 open', '2026-05 waiting', '2026-04 ready'])
    const april = await close('2026-04')
    expect(april).toMatchObject({
      status: 201,
      body: { month: '2026-04', state: 'closed', entries: 5, previous: null, closable: null },
    })
    expect(await states()).toEqual(['2026-06 open', '2026-05 ready', '2026-04 closed'])
    const may = await close('2026-05')
    expect(may.body).toMatchObject({ entries: EVERY_KIND.length, previous: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await get('/finance/periods')).body.items[1]).toEqual(may.body)
  })

  test.each([
    ['2026-06', 'not_over', 'June 2026 can be closed an hour after its end: from 2026-07-01T00:00:00.000Z on.'],
    ['2026-05', 'not_next', 'May 2026 cannot be closed before April 2026. Close that month first.'],
    ['2026-03', 'nothing_booked', 'Nothing had been booked by the end of March 2026. There is nothing to close.'],
  ])('but not %s: %s', async (month, code, detail) => {
    const { close, archive } = finance()
    expect(await close(month)).toMatchObject({ status: 409, body: { code, detail } })
    expect(archive.kept.size).toBe(0)
  })

  test('nor one twice, nor what is no month', async () => {
    const { close } = finance()
    await close('2026-04')
    expect(await close('2026-04')).toMatchObject({ status: 409, body: { code: 'already_closed' } })
    expect((await close('2026-13')).status).toBeGreaterThanOrEqual(400)
  })

  test('nor one whose totals are not the sums of its entries: it is told where', async () => {
    const { close, archive } = finance({ totals: [total({ in: '2026-04' })] })
    expect(await close('2026-04')).toMatchObject({
      status: 409,
      body: {
        code: 'does_not_add_up',
        detail: expect.stringContaining('lounge of gold, edition 2, by till: 1 entries'),
      },
    })
    expect(archive.kept.size).toBe(0)
  })
})

describe('finance checks a closed month', () => {
  test('and learns that it holds, or what was done to it first', async () => {
    const { get, close, archive } = finance()
    await close('2026-04')
    const { body } = await get('/finance/verify?month=2026-04')
    expect(body).toMatchObject({ month: '2026-04', holds: true, entries: 5, finding: null })
    const [files] = archive.kept.values()
    const lines = String(files?.get('entries.jsonl')).split('\n')
    files?.set('entries.jsonl', Buffer.from(lines.toSpliced(2, 1).join('\n')))
    expect((await get('/finance/verify?month=2026-04')).body).toMatchObject({
      holds: false,
      finding: { what: 'entry_dropped', place: 3, entry: 'o-3' },
    })
    files?.delete('entries.jsonl')
    expect((await get('/finance/verify?month=2026-04')).body).toMatchObject({ finding: { what: 'file_missing' } })
  })

  test('but not one that is open', async () => {
    const { get } = finance()
    for (const path of ['/finance/verify?month=2026-05', '/finance/periods/2026-05/archive']) {
      expect(await get(path)).toMatchObject({ status: 404, body: { code: 'not_closed' } })
    }
  })

  test('and never takes half an archive for a whole one: where it fails in its middle the connection breaks', async () => {
    const told: unknown[] = []
    const { app, archive, close } = finance({ report: (error: unknown) => told.push(error) })
    await close('2026-04')
    const [files] = archive.kept.values()
    files?.set('entries.jsonl', {
      // Longer than it is, as a disk that goes away.
      length: 997 * 2,
      subarray: (from: number) => {
        if (from > 0) throw new Error('The disk went away.')
        return Buffer.from('{')
      },
    } as Partial<Buffer> as Buffer)
    const headers = as('finance')
    const whole = async () => (await app.request('/api/v1/finance/periods/2026-04/archive', { headers })).arrayBuffer()
    await expect(whole()).rejects.toThrow('The disk went away.')
    expect(told).toHaveLength(1)
  })

  test('anywhere: the archive comes as a ZIP file that another program opens, and that holds', async () => {
    const { app, close } = finance()
    await close('2026-04')
    await close('2026-05')
    const response = await app.request('/api/v1/finance/periods/2026-05/archive', { headers: as('finance') })
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="2026-05.zip"')
    const unpacked = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())))
    const files = new Map(unpacked.map(([name, bytes]) => [name as ArchiveFile, Buffer.from(bytes)]))
    expect([...files.keys()].toSorted()).toEqual([
      'checkpoint.jws',
      'entries.jsonl',
      'hashes.bin',
      'keys.json',
      'previous.jws',
    ])
    expect(await verifyMonth(archived(files))).toMatchObject({ month: '2026-05', finding: null })
  })
})
