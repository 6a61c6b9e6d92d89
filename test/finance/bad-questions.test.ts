import { describe, expect, test } from 'vitest'
import { paperFinance } from './paper-finance.ts'

const ask = paperFinance({})
const LISTS = ['costs', 'entries', 'tiers', 'reconciliation']

describe.each(LISTS)('%s', (list) => {
  test.each([
    ['a period that ends before it starts', 'from=2026-05&to=2026-04', '/query/from'],
    ['one of more than five years', 'from=2021-01&to=2026-01', '/query/from'],
    ['one before all time', 'from=0000-01&to=0000-02', '/query/from'],
    ['one after it', 'from=9999-12', '/query/from'],
    ['one that begins in the far future', 'from=2200-01&to=2200-01', '/query/from'],
    ['a month that is none', 'from=2026-13', '/query/from'],
    ['a day for a month', 'to=2026-05-01', '/query/to'],
    ['a word for a month', 'to=May', '/query/to'],
    ['nothing for a month', 'from=', '/query/from'],
    ['a month twice', 'from=2026-01&from=2026-02', '/query/from'],
    ['what nobody asks', 'offset=3', '/query/offset'],
  ])('refuses %s, and says where', async (_what, query, pointer) => {
    const { status, body } = await ask(`${list}?${query}`)
    expect([status, body.errors[0].pointer]).toEqual([400, pointer])
    expect(body.detail).toMatch(/\.\)?$/)
  })

  test('answers a period of exactly five years, and one that begins in the future', async () => {
    expect((await ask(`${list}?from=2021-07&to=2026-06`)).status).toBe(200)
    expect((await ask(`${list}?from=2027-01`)).status).toBe(200)
  })
})

describe('what is asked about', () => {
  test.each([
    [
      'a perk that never was',
      'perk=monorail',
      'unknown_perk',
      'There never was a perk monorail. There are coffee, wrap,',
    ],
    ['a tier that never was', 'tier=constructor', 'unknown_tier', 'There are member and silver.'],
    ['an edition that never was', 'edition=7', 'unknown_edition', 'There are 1.'],
  ])('is refused for %s, and says which there are', async (_what, query, code, detail) => {
    for (const list of ['costs', 'entries']) {
      const { status, body } = await ask(`${list}?${query}`)
      expect([status, body.code]).toEqual([400, code])
      expect(body.detail).toContain(detail)
    }
  })

  test.each([
    ['costs?by=perk,perk', '/query/by'],
    ['costs?by=colour', '/query/by/0'],
    ['costs?by=perk,', '/query/by/1'],
    ['costs?by=__proto__', '/query/by/0'],
    ['costs?edition=0', '/query/edition'],
    ['costs?edition=-1', '/query/edition'],
    ['costs?edition=1e3', '/query/edition'],
    ['entries?kind=refund', '/query/kind'],
    ['entries?limit=0', '/query/limit'],
    ['entries?limit=101', '/query/limit'],
    ['entries?limit=1.5', '/query/limit'],
    [`entries?cursor=${'x'.repeat(1025)}`, '/query/cursor'],
    [`costs?source=${'x'.repeat(257)}`, '/query/source'],
    ['budget?perk=coffee', '/query/perk'],
    ['exposure?at=2026-01', '/query/at'],
  ])('is refused at %s', async (path, pointer) => {
    const { status, body } = await ask(path)
    expect([status, body.errors[0].pointer]).toEqual([400, pointer])
  })

  test('a name as long as anybody likes is not told back in full', async () => {
    const { body } = await ask(`costs?perk=${'x'.repeat(128)}`)
    expect(body.detail.length).toBeLessThan(200)
  })
})

test.each([...LISTS, 'budget', 'exposure', 'uses/r-1'])(
  'without a program there is nothing to tell: %s',
  async (path) => {
    expect(await paperFinance({ published: [] })(path)).toMatchObject({ status: 409, body: { code: 'no_program' } })
  },
)
