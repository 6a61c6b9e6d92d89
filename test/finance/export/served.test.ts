import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type ExportDeps, serveExports } from '#finance/serve-exports.ts'
import { createApp } from '#http/create-app.ts'
import type { CostEntry, CostTotal } from '#ledger/cost-entry.ts'
import { Busy, type Program } from '#ledger/ledger.ts'
import { editionOf } from '#program/edition.ts'
import { checked } from '../../http/checked.ts'
import { as, identifyRole, report } from '../../http/roles.ts'
import { edition } from '../../ledger/perk-shop.ts'
import { eachOf, MAY, setting, use } from './exported.ts'

const published = edition(1, '2026-01')
const PROGRAM: Program = { published: [published], rules: [editionOf({ ...published.document, ...published })] }
const finance = { headers: as('finance') }

/** An app over these entries, whatever the database would say. */
function exportsOf(entries: readonly CostEntry[], over: Partial<ExportDeps> = {}) {
  const total: CostTotal = {
    ...{ perk: 'delivery', tier: 'gold', edition: 1, source: 'till-1', month: MAY.from },
    ...{ entries: entries.length, uses: 0, accruedMinor: 0, trueUpMinor: 0 },
  }
  const deps: ExportDeps = {
    ledger: { program: async () => PROGRAM, costs: async () => setting().costs.get(1) ?? {} },
    books: { costTotals: async () => [total], costEntries: () => eachOf(entries) },
    pseudonym: (member) => `p-of-${member}`,
    report,
    ...over,
  }
  const api = createApp({ identify: identifyRole, report: deps.report, isBusy: (error) => error instanceof Busy })
  serveExports(api, deps)
  const { app } = api
  const get = async (query: string) => app.request(`/api/v1/finance/export${query}`, finance)
  return { app, get, refused: checked(app) }
}

const PLACES = [use('r-1'), use('r-2', { costMinor: 115 })]

describe('an export', () => {
  test.each([
    ['csv', 'rewards-2026-05.csv', 'text/csv; charset=utf-8'],
    ['excel-csv', 'rewards-2026-05-excel-en-GB.csv', 'application/vnd.ms-excel'],
    ['xlsx', 'rewards-2026-05.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['parquet', 'rewards-2026-05.parquet', 'application/vnd.apache.parquet'],
    ['hledger', 'rewards-2026-05.journal', 'text/plain; charset=utf-8'],
    ['beancount', 'rewards-2026-05.beancount', 'text/plain; charset=utf-8'],
    ['xero&contra=850', 'rewards-2026-05-xero.csv', 'text/csv; charset=utf-8'],
  ])('as %s comes under a name of its own, and is what its manifest says', async (format, name, type) => {
    const { get, refused } = exportsOf(PLACES)
    const response = await get(`?period=2026-05&format=${format}`)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
    expect(response.headers.get('content-type')).toBe(type)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const { body } = await refused(`/finance/export/manifest?period=2026-05&format=${format}`, finance)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(body).toEqual({
      ...{ program: 'rewards', format: format.split('&')[0], period: { from: '2026-05', to: '2026-05' }, rows: 2 },
      sums: [{ currency: 'GBP', cost: '4.35' }],
      editions: { first: 1, last: 1 },
      ...{ firstEvent: '2026-05-31T12:00:00.000Z', lastEvent: '2026-05-31T12:00:00.000Z' },
      files: [{ name, bytes: bytes.length, sha256 }],
    })
  })

  test('comes as ZIP with its manifest, the same bytes each time', async () => {
    const { get, refused } = exportsOf(PLACES)
    const zip = async () => new Uint8Array(await (await get('?period=2026-05&format=csv&as=zip')).arrayBuffer())
    const files = unzipSync(await zip())
    expect(Object.keys(files)).toEqual(['rewards-2026-05.csv', 'manifest.json'])
    const { body } = await refused('/finance/export/manifest?period=2026-05&format=csv', finance)
    expect(JSON.parse(new TextDecoder().decode(files['manifest.json']))).toEqual(body)
    expect(new TextDecoder().decode(files['rewards-2026-05.csv'])).toBe(
      await (await get('?period=2026-05&format=csv')).text(),
    )
    expect(await zip()).toEqual(await zip())
  })

  test('of several files is a ZIP file also when nobody asked for one', async () => {
    const perks = Array.from({ length: 151 }, (_, place) => `perk-${place}`)
    const costs = Object.fromEntries(perks.map((perk) => [perk, { unit: '1.00', accountCode: '429' }]))
    const { get } = exportsOf(
      perks.map((perk) => use(`r-${perk}`, { perk })),
      {
        ledger: { program: async () => PROGRAM, costs: async () => costs },
      },
    )
    const response = await get('?period=2026-05&format=xero&contra=850&as=file')
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())))).toHaveLength(3)
  })

  test('of several months says so in its name', async () => {
    const response = await exportsOf([]).get('?period=2026-01..2026-03&format=csv')
    expect(response.headers.get('content-disposition')).toContain('rewards-2026-01-to-2026-03.csv')
  })
})

describe('an export is refused before its first byte', () => {
  test.each([
    ['?format=csv&period=2026-05..2026-01', 400, '/query/period'],
    ['?format=csv&period=1900-01..2026-01', 400, '/query/period'],
    ['?format=csv&period=2026-13', 400, '/query/period'],
    ['?format=csv&period=May', 400, '/query/period'],
    ['?format=csv', 400, '/query/period'],
    ['?format=pdf&period=2026-05', 400, '/query/format'],
    ['?format=csv&period=2026-05&period=2026-06', 400, '/query/period'],
    ['?format=excel-csv&period=2026-05&locale=tlh', 400, '/query/locale'],
    ['?format=xero&period=2026-05', 422, '/query/contra'],
    ['?format=xero&period=2026-05&contra=%3D1', 422, '/query/contra'],
  ])('for %s', async (query, status, pointer) => {
    const { refused } = exportsOf(PLACES)
    for (const path of ['/finance/export', '/finance/export/manifest']) {
      expect(await refused(path + query, finance)).toMatchObject({ status, body: { errors: [{ pointer }] } })
    }
  })

  test('when a workbook would not hold it, without reading a single entry', async () => {
    const many = { length: 20_001 } as readonly CostEntry[]
    const { refused } = exportsOf(many)
    const answer = await refused('/finance/export?format=xlsx&period=2026-05', finance)
    expect(answer).toMatchObject({ status: 413, body: { code: 'too_many_rows' } })
  })

  test('when the database is too busy to begin', async () => {
    const busy = async function* (): AsyncGenerator<CostEntry> {
      yield* []
      throw new Busy('Too busy.')
    }
    const { refused } = exportsOf([], { books: { costTotals: async () => [], costEntries: busy } })
    expect(await refused('/finance/export?format=csv&period=2026-05', finance)).toMatchObject({ status: 503 })
  })

  test.each([
    { bytes: 300, rows: 100 },
    { bytes: 10_000, rows: 1 },
  ])('where an answer holds no more than %j: told, and never cut off', async (answerLimit) => {
    const { refused } = exportsOf(PLACES, { answerLimit })
    const answer = await refused('/finance/export?format=csv&period=2026-05', finance)
    expect(answer).toMatchObject({
      status: 413,
      body: { code: 'export_too_large', detail: expect.stringContaining('shorter period') },
    })
  })

  test('and not where it just fits', async () => {
    const whole = await (await exportsOf(PLACES).get('?format=csv&period=2026-05')).text()
    const { get } = exportsOf(PLACES, { answerLimit: { bytes: whole.length, rows: 2 } })
    expect(await (await get('?format=csv&period=2026-05')).text()).toBe(whole)
  })
})

describe('an export that fails in its middle', () => {
  const failing = async function* (): AsyncGenerator<CostEntry> {
    for (let place = 0; place < 5_000; place++) yield use(`r-${place}`)
    throw new Error('The database went away.')
  }

  test.each(['csv', 'csv&as=zip'])(
    'as %s breaks the connection, so that it never looks whole, and is told',
    async (format) => {
      const told: unknown[] = []
      const books = { costTotals: async () => [], costEntries: failing }
      const { app } = exportsOf([], { books, report: (error) => told.push(error) })
      const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as AddressInfo
      const address = `http://127.0.0.1:${port}/api/v1/finance/export?period=2026-05&format=${format}`
      const whole = async () => (await fetch(address, finance)).text()
      await expect(whole()).rejects.toThrow()
      expect(told).toEqual([expect.objectContaining({ message: 'The database went away.' })])
      await new Promise((resolve) => server.close(resolve))
    },
  )
})
