import { beforeAll, describe, expect, test } from 'vitest'
import type { Ledger } from '#ledger/ledger.ts'
import { demoEditions } from '#local/demo-program.ts'
import { freshLedger } from '../ledger/fresh-ledger.ts'
import { demoLedger } from './demo-editions.ts'
import { portalHouse } from './visitor.ts'

const JUNE = Date.UTC(2026, 5, 15, 12)
let ledger: Ledger

beforeAll(async () => {
  ledger = (await demoLedger(() => JUNE)).ledger
})

const ask = (path: string, headers: Record<string, string> = {}, at = JUNE) =>
  portalHouse(ledger, () => at).app.request(`/api/v1${path}`, { headers })

describe('the program', () => {
  test('is open to everyone, without what perks cost', async () => {
    const response = await ask('/program')
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ edition: 2, effectiveFrom: '2026-01', announced: [] })
    expect(text).not.toContain('budget')
  })

  test('a copy is good for as long as its tag, and a question about it costs no body', async () => {
    const etag = (await ask('/program')).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask('/program', { 'if-none-match': tag })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await ask('/program', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('an edition that has not begun is announced with what it changes, in words', async () => {
    const december = Date.UTC(2025, 11, 1)
    expect(await (await ask('/program', {}, december)).json()).toMatchObject({
      edition: 1,
      announced: [
        {
          edition: 2,
          effectiveFrom: '2026-01',
          changes: [
            'Silver: spend in 12 months from £200 to £250, from 1 January 2026. Who is Silver then stays Silver until their date.',
            'Gold: spend in 12 months from £900 to £1,000, from 1 January 2026. Who is Gold then stays Gold until their date.',
          ],
        },
      ],
    })
  })

  test('no copy outlives the edition that it shows', async () => {
    const newYear = Date.UTC(2026, 0, 1)
    const control = async (at: number) => (await ask('/program', {}, at)).headers.get('cache-control')
    expect(await control(newYear - 3_600_000)).toBe('public, max-age=60, stale-while-revalidate=600')
    expect(await control(newYear - 200_000)).toBe('public, max-age=60, stale-while-revalidate=140')
    expect(await control(newYear - 5_000)).toBe('public, max-age=5, stale-while-revalidate=0')
  })

  test('a stale cookie does not close it', async () => {
    expect((await ask('/program', { cookie: '__Host-cleartier=rubbish' })).status).toBe(200)
  })

  test('keeps its history, oldest first', async () => {
    const { items } = await (await ask('/program/editions')).json()
    expect(items.map((item: { edition: number; changes: string[] }) => [item.edition, item.changes.length])).toEqual([
      [1, 0],
      [2, 2],
    ])
  })

  test('each edition can be read as it was published', async () => {
    const [first] = await demoEditions()
    expect((await (await ask('/program/editions/1')).json()).program).toEqual(first?.document)
  })

  test.each(['3', '0', '-1', '1.0', '01', 'one', '9999999'])('there is no edition %s', async (n) => {
    const response = await ask(`/program/editions/${n}`)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test('before anything is published there is nothing to show, and that is said', async () => {
    const { ledger: empty } = await freshLedger()
    const response = await portalHouse(empty, () => JUNE).app.request('/api/v1/program')
    expect([response.status, (await response.json()).code]).toEqual([404, 'no_program'])
  })
})
