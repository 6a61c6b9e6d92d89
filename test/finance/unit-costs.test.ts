import { describe, expect, test } from 'vitest'
import { parseInstant } from '#http/instant.ts'
import { as } from '../http/roles.ts'
import { asks, COSTS } from '../ledger/perk-shop.ts'
import { by, freshFinance } from './fresh-finance.ts'

type Finance = Awaited<ReturnType<typeof freshFinance>>

const NEXT = '/finance/unit-costs/next'
const BUDGET = { per: 'year', amount: '900.00' }
/** Every perk of the shop, with a cost and a budget. */
const FULL = Object.fromEntries(
  ['coffee', 'wrap', 'lounge', 'delivery', 'hem', 'sample'].map((perk) => [perk, { unit: '0.40', budget: BUDGET }]),
)
const COFFEE_DEARER = { ...FULL, coffee: { unit: '0.55', budget: BUDGET } }

const prepared = ({ send }: Finance, costs: object, version = '"0"', effectiveFrom = '2026-07', name = 'finn') =>
  send(NEXT, {
    method: 'PUT',
    headers: { ...by(name), 'If-Match': version, 'Content-Type': 'application/json' },
    body: JSON.stringify({ effectiveFrom, costs }),
  })

const approved = ({ send }: Finance, version: number, name = 'fay') =>
  send(`${NEXT}/approve`, { method: 'POST', headers: { ...by(name), 'If-Match': `"${version}"` } })

const withdrawn = ({ send }: Finance, version: number) =>
  send(NEXT, { method: 'DELETE', headers: { ...by('finn'), 'If-Match': `"${version}"` } })

/** The version of what Finn prepared. */
async function versionOf(finance: Finance, costs: object = COFFEE_DEARER, month?: string): Promise<number> {
  const { status, body } = await prepared(finance, costs, '"0"', month)
  expect({ status, body }).toMatchObject({ status: 200 })
  return body.next.version
}

describe('finance reads what a use costs', () => {
  test('by every edition, and that nothing is prepared yet', async () => {
    const { send } = await freshFinance()
    const { status, body } = await send('/finance/unit-costs', { headers: as('finance') })
    expect({ status, body }).toMatchObject({ status: 200, body: { currency: 'GBP', earliest: '2026-07', next: null } })
    expect(body.editions).toMatchObject([{ edition: 1, effectiveFrom: '2026-01', isInForce: true, costs: COSTS }])
    expect(body.perks[0]).toEqual({ id: 'coffee', name: 'coffee' })
  })
})

describe('one of finance prepares what perks cost next', () => {
  test('and reads what that changes, in words', async () => {
    const finance = await freshFinance()
    const { body } = await prepared(finance, { ...COSTS, coffee: { unit: '0.55' } })
    expect(body.next).toMatchObject({ isMine: true, changes: ['coffee: unit cost from £0.40 to £0.55.'] })
    const { body: seen } = await finance.send('/finance/unit-costs', { headers: by('fay') })
    expect(seen.next).toEqual({ ...body.next, isMine: false })
  })

  test('and no edition says so yet', async () => {
    const finance = await freshFinance()
    await versionOf(finance)
    expect((await finance.ledger.program()).published).toHaveLength(1)
  })

  test('and whoever saw an older version learns that it changed', async () => {
    const finance = await freshFinance()
    const version = await versionOf(finance)
    expect(await prepared(finance, FULL, '"0"', '2026-07', 'fay')).toMatchObject({
      status: 412,
      body: { code: 'changed_meanwhile' },
    })
    expect(await prepared(finance, FULL, `"${version}"`, '2026-07', 'fay')).toMatchObject({ status: 200 })
    expect((await finance.books.costSheet())?.author).toBe('fay')
  })

  test('and may take it back; what was seen before does not fit what comes after', async () => {
    const finance = await freshFinance()
    const version = await versionOf(finance)
    expect(await withdrawn(finance, version)).toMatchObject({ status: 200, body: { next: null } })
    finance.clock.now += 1000
    await versionOf(finance)
    expect(await withdrawn(finance, version)).toMatchObject({ status: 412 })
    expect(await approved(finance, version)).toMatchObject({ status: 412 })
  })

  test.each([
    ['part of a penny', { coffee: { unit: '0.405' } }, '/costs/coffee/unit', 'bad_money'],
    ['a cost below zero', { coffee: { unit: '-0.40' } }, '/costs/coffee/unit', 'bad_money'],
    ['a perk there is not', { limousine: { unit: '90.00' } }, '/costs/limousine', 'unknown_perk'],
    [
      'an account of no books',
      { coffee: { unit: '0.40', account: 'Coffee beans' } },
      '/costs/coffee/account',
      'bad_account',
    ],
    [
      'a proof nobody can open',
      { coffee: { unit: '0.40', evidence: 'folder 7' } },
      '/costs/coffee/evidence',
      'bad_evidence',
    ],
  ])('but not %s', async (_, costs, pointer, code) => {
    const finance = await freshFinance()
    const { status, body } = await prepared(finance, costs)
    expect({ status, errors: body.errors }).toMatchObject({ status: 422, errors: [{ pointer, code }] })
    expect(await finance.books.costSheet()).toBeNull()
  })

  test.each([
    ['the month that runs', '2026-06', '2026-06-15T12:00:00Z'],
    ['a month that begins in nine minutes', '2026-07', '2026-06-30T22:51:00Z'],
    ['a month of the past', '2025-12', '2026-06-15T12:00:00Z'],
  ])('but not from %s on', async (_, month, at) => {
    const finance = await freshFinance()
    finance.clock.now = parseInstant(at)
    const { status, body } = await prepared(finance, FULL, '"0"', month)
    expect({ status, errors: body.errors }).toMatchObject({
      status: 422,
      errors: [{ pointer: '/effectiveFrom', code: 'too_early' }],
    })
  })

  test('and has to say which version they saw', async () => {
    const { send } = await freshFinance()
    const headers = { ...by('finn'), 'Content-Type': 'application/json' }
    const body = JSON.stringify({ effectiveFrom: '2026-07', costs: {} })
    expect(await send(NEXT, { method: 'PUT', headers, body })).toMatchObject({ status: 400 })
  })
})

describe('another one of finance approves', () => {
  test('and an edition is published that changes nothing but costs', async () => {
    const finance = await freshFinance()
    const version = await versionOf(finance)
    const { status, body } = await approved(finance, version)
    expect({ status, next: body.next }).toEqual({ status: 200, next: null })
    expect(body.editions.at(-1)).toMatchObject({
      ...{ edition: 2, effectiveFrom: '2026-07', publishedAt: '2026-06-15T12:00:00Z', isInForce: false },
      costs: COFFEE_DEARER,
    })
    const [before, after] = (await finance.ledger.program()).published
    expect(after?.document).toEqual(before?.document)
  })

  test('but never their own change', async () => {
    const finance = await freshFinance()
    const version = await versionOf(finance)
    expect(await approved(finance, version, 'finn')).toMatchObject({ status: 403, body: { code: 'own_change' } })
    expect((await finance.ledger.program()).published).toHaveLength(1)
  })

  test('nor what a machine prepared without the right to', async () => {
    const finance = await freshFinance()
    const version = await versionOf(finance)
    const headers = { ...as('finance'), 'If-Match': `"${version}"` }
    expect(await finance.send(`${NEXT}/approve`, { method: 'POST', headers })).toMatchObject({ status: 403 })
  })

  test('nor while a perk has no cost', async () => {
    const finance = await freshFinance()
    const { lounge: _, ...without } = FULL
    const version = await versionOf(finance, without)
    const { status, body } = await approved(finance, version)
    expect({ status, errors: body.errors }).toMatchObject({ status: 422, errors: [{ pointer: '/costs/lounge' }] })
  })

  test('nor once its month has begun', async () => {
    const finance = await freshFinance()
    const version = await versionOf(finance)
    finance.clock.now = Date.UTC(2026, 6, 2)
    expect(await approved(finance, version)).toMatchObject({ status: 422, body: { code: 'too_early' } })
  })

  test('nor what nobody prepared', async () => {
    expect(await approved(await freshFinance(), 1)).toMatchObject({ status: 409, body: { code: 'nothing_prepared' } })
  })

  test('and the log says who published it', async () => {
    const finance = await freshFinance()
    await approved(finance, await versionOf(finance))
    const { items } = await finance.press.log({ limit: 10, cursor: null })
    expect(items).toMatchObject([
      {
        by: 'fay',
        what: 'published',
        edition: 2,
        detail: 'Edition 2 is published, from 1 July 2026: what perks cost.',
      },
    ])
  })

  test('also after an edition was withdrawn: its number and its rules are gone for good', async () => {
    const finance = await freshFinance()
    const { clock, ledger, press } = finance
    const [first] = (await ledger.program()).published
    if (!first) throw new Error('There is no edition.')
    const document = { ...first.document, noticeDays: 60 }
    await ledger.publish({ edition: 2, effectiveFrom: '2026-07', publishedAt: '2026-06-01T12:00:00Z', document })
    const version = await versionOf(finance, COFFEE_DEARER, '2026-08')
    const entry = { at: clock.now, by: 'mara', what: 'withdrawn', draft: null, edition: 2, detail: '' } as const
    await press.publish({ kind: 'withdrawal', edition: 2 }, await press.head(), entry)
    expect(await approved(finance, version)).toMatchObject({ status: 200 })
    expect((await ledger.program()).published).toMatchObject([
      { edition: 1 },
      { edition: 3, document: { noticeDays: first.document.noticeDays } },
    ])
  })

  test('two at once: one publishes, the other learns of it', async () => {
    const finance = await freshFinance()
    const version = await versionOf(finance)
    const answers = await Promise.all(['fay', 'flo'].map((name) => approved(finance, version, name)))
    const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other)
    expect(statuses[0]).toBe(200)
    expect([409, 412, 422]).toContain(statuses[1])
    expect((await finance.ledger.program()).published).toHaveLength(2)
  })
})

test('a use costs what the edition in force said, also across the turn of the month', async () => {
  const finance = await freshFinance()
  const { clock, ledger } = finance
  await approved(finance, await versionOf(finance))
  const costAt = async (at: string) => {
    clock.now = parseInstant(at)
    const answer = await ledger.redeem(asks(at))
    return answer.kind === 'granted' ? [answer.redemption.edition, answer.redemption.costMinor] : answer.kind
  }
  // London's midnight in summer is 23:00 in UTC.
  expect(await costAt('2026-06-30T22:59:59Z')).toEqual([1, 40])
  expect(await costAt('2026-06-30T23:00:00Z')).toEqual([2, 55])
})

test('a use that is taken back in the next month gives back what it cost', async () => {
  const finance = await freshFinance()
  const { clock, ledger } = finance
  await approved(finance, await versionOf(finance))
  const used = await ledger.redeem(asks('used'))
  clock.now = Date.UTC(2026, 6, 20)
  if (used.kind !== 'granted') throw new Error(used.kind)
  expect(await ledger.reverse(used.redemption.id, 'till-1')).toMatchObject({ reversal: { edition: 1, costMinor: 40 } })
})
