import { describe, expect, test } from 'vitest'
import { as } from '../http/roles.ts'
import { costOf, costsOfAll, used } from '../ledger/fresh-books.ts'
import { freshFinance } from './fresh-finance.ts'

type Finance = Awaited<ReturnType<typeof freshFinance>>

const HEAD = 'id,date,amount,currency,redemption,order,perk,note'

const sent = ({ send }: Finance, text: string, query = '', type = 'text/csv') =>
  send(`/finance/invoices?source=parcel-line${query}`, {
    method: 'POST',
    headers: { ...as('finance'), 'Content-Type': type },
    body: text,
  })

const charges = async ({ send }: Finance, query = '') =>
  (await send(`/finance/actuals${query}`, { headers: as('finance') })).body

/** Lines for the orders o-0, o-1, …, each of £3.00. */
const linesFor = (orders: number) =>
  Array.from({ length: orders }, (_, at) => `L${at},2026-06-01,3.00,GBP,,o-${at},,`).join('\n')

async function shopWithDeliveries(uses: number) {
  const finance = await freshFinance()
  const ids: string[] = []
  for (let at = 0; at < uses; at++) ids.push(await used(finance.ledger, `k-${at}`, 'delivery', `o-${at}`))
  return { finance, ids }
}

describe('finance takes a carrier’s invoice', () => {
  test('and reads what became of each line', async () => {
    const { finance, ids } = await shopWithDeliveries(2)
    const text = `${HEAD}\n${linesFor(3)}\nL9,2026-06-01,0.70,GBP,${ids[0]},,,surcharge\n`
    const { status, body } = await sent(finance, text)
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        ...{ source: 'parcel-line', currency: 'GBP', isCheck: false, rows: 4, matched: 3, duplicate: 0 },
        unmatched: [{ row: 4, id: 'L2', reason: 'no_use_of_order' }],
        ...{ amount: '9.70', trueUp: '0.30' },
      },
    })
    expect(await Promise.all(ids.map((id) => costOf(finance.books, id)))).toEqual([370, 300])
  })

  test('and sees the lines, the unmatched ones by themselves', async () => {
    const { finance, ids } = await shopWithDeliveries(1)
    await sent(finance, `${HEAD}\n${linesFor(2)}`, '&perk=delivery')
    expect((await charges(finance)).items).toHaveLength(2)
    expect((await charges(finance, '?state=matched')).items).toMatchObject([
      { id: 'L0', matched: { redemption: ids[0], trueUp: '-0.20' }, reason: null },
    ])
    expect((await charges(finance, '?state=unmatched')).items).toEqual([
      {
        ...{ source: 'parcel-line', id: 'L1', time: '2026-06-01T12:00:00Z', amount: '3.00', currency: 'GBP' },
        ...{ redemption: null, order: 'o-1', perk: 'delivery', note: null, recordedAt: '2026-06-15T12:00:00Z' },
        ...{ matched: null, reason: 'no_use_of_order' },
      },
    ])
  })

  test('and may ask first what would come of it: nothing is stored', async () => {
    const { finance } = await shopWithDeliveries(1)
    const { body } = await sent(finance, `${HEAD}\n${linesFor(1)}`, '&check=true')
    expect(body).toMatchObject({ isCheck: true, matched: 1, trueUp: '-0.20' })
    expect((await charges(finance)).items).toEqual([])
    expect(await costsOfAll(finance.books)).toEqual({ totals: 320, entries: 320 })
  })

  test('and sends it twice without harm', async () => {
    const { finance } = await shopWithDeliveries(2)
    const text = `${HEAD}\n${linesFor(2)}`
    await sent(finance, text)
    expect((await sent(finance, text)).body).toMatchObject({ matched: 0, duplicate: 2, trueUp: '0.00' })
    expect(await costsOfAll(finance.books)).toEqual({ totals: 600, entries: 600 })
  })
})

describe('an invoice with a bad row is not taken at all', () => {
  test('every bad row is told by its number, and nothing is half-applied', async () => {
    const { finance } = await shopWithDeliveries(2)
    const rows = Array.from({ length: 3_000 }, (_, at) => {
      return `L${at},2026-06-01,${at % 100 === 0 ? '0.00' : '3.00'},${at % 100 === 1 ? 'EUR' : 'GBP'},,o-${at},,`
    })
    const { status, body } = await sent(finance, `${HEAD}\n${rows.join('\n')}`)
    expect({ status, code: body.code, errors: body.errors.length }).toEqual({
      ...{ status: 422, code: 'bad_invoice', errors: 60 },
    })
    expect(body.errors.slice(0, 2)).toMatchObject([
      { pointer: '/rows/2/amount', code: 'nothing_charged', detail: expect.stringMatching(/^Row 2: /) },
      { pointer: '/rows/3/currency', code: 'wrong_currency', detail: expect.stringMatching(/^Row 3: /) },
    ])
    expect((await charges(finance)).items).toEqual([])
    expect(await costsOfAll(finance.books)).toEqual({ totals: 640, entries: 640 })
  })

  test('also one whose id was reported before with another amount', async () => {
    const { finance } = await shopWithDeliveries(2)
    await sent(finance, `${HEAD}\n${linesFor(1)}`)
    const { status, body } = await sent(finance, `${HEAD}\n${linesFor(2).replace('3.00', '4.00')}`)
    expect({ status, errors: body.errors }).toMatchObject({
      ...{ status: 422, errors: [{ pointer: '/rows/2/id', code: 'conflict' }] },
    })
    expect((await charges(finance)).items).toHaveLength(1)
  })

  test.each([
    ['nothing', '', 'text/csv', 422, 'bad_invoice'],
    ['JSON', '{}', 'application/json', 415, 'media_type'],
    ['more than 10,000 rows', `${HEAD}\n${'x\n'.repeat(10_001)}`, 'text/csv', 413, 'too_many_rows'],
    ['more than 1 MB', 'x'.repeat(1_000_001), 'text/csv', 413, 'too_large'],
  ])('%s', async (_, text, type, status, code) => {
    const answer = await sent(await freshFinance(), text, '', type)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test('what is not UTF-8', async () => {
    const { send } = await freshFinance()
    const headers = { ...as('finance'), 'Content-Type': 'text/csv' }
    const body = new Uint8Array([0x69, 0x64, 0xff])
    const answer = await send('/finance/invoices?source=parcel-line', { method: 'POST', headers, body })
    expect([answer.status, answer.body.code]).toEqual([400, 'bad_encoding'])
  })

  test('one for a perk that never was', async () => {
    const { status, body } = await sent(await freshFinance(), HEAD, '&perk=limousine')
    expect([status, body.code]).toEqual([422, 'unknown_perk'])
  })
})

test('1,200 lines are booked in one go, and every penny is accounted for', async () => {
  const { finance, ids } = await shopWithDeliveries(12)
  const rows = Array.from({ length: 1_200 }, (_, at) => `L${at},2026-06-01,0.25,GBP,,o-${at % 12},,`)
  const { body } = await sent(finance, `${HEAD}\n${rows.join('\n')}`)
  expect(body).toMatchObject({ rows: 1_200, matched: 1_200, amount: '300.00' })
  expect(await costsOfAll(finance.books)).toEqual({ totals: 30_000, entries: 30_000 })
  expect(await costOf(finance.books, ids[0] ?? '')).toBe(2_500)
})

test('a cursor of another list is refused', async () => {
  const { send } = await freshFinance()
  expect(await send('/finance/actuals?cursor=rubbish', { headers: as('finance') })).toMatchObject({
    ...{ status: 400, body: { code: 'bad_cursor' } },
  })
})
