import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deskApp } from '#desk/app.ts'
import { financeApp } from '#finance/app.ts'
import { intakeApp } from '#intake/app.ts'
import type { Books } from '#ledger/books.ts'
import type { Ledger, Page } from '#ledger/ledger.ts'
import type { Press } from '#ledger/press.ts'
import type { Sealing } from '#ledger/seal/close-month.ts'
import { demoEditions } from '#local/demo-program.ts'
import { portalApp } from '#portal/app.ts'
import { editionOf } from '#program/edition.ts'
import { studioApp } from '#studio/app.ts'
import { keptPictures } from '../studio/kept-pictures.ts'
import { STILL_PAGES } from '../studio/still-pages.ts'
import { checked } from './checked.ts'
import { as, identifyRole, report } from './roles.ts'

const published = await demoEditions()
const rules = published.map(({ document, ...edition }) => editionOf({ ...document, ...edition }))
const nothing = async (): Promise<Page<never>> => ({ items: [], nextCursor: null })

/** A ledger that knows the program and nobody. */
const emptyLedger = {
  ...{ program: async () => ({ published, rules }), member: async () => undefined, history: async () => [] },
  redeem: async () => ({ kind: 'unknown_member' }),
  reverse: async () => ({ kind: 'unknown_redemption' }),
  ...{ refusals: nothing, refusal: async () => undefined, openRefunds: nothing, refuse: async () => {} },
  costs: async () => ({}),
} as unknown as Ledger

/** A press that has published the program, and holds no draft. */
const emptyPress = {
  ...{
    drafts: async () => [],
    draft: async () => undefined,
    log: nothing,
    head: async () => ({ version: 2 }),
  },
  publications: async () => published.map((edition) => ({ edition, withdrawnAt: null })),
} as unknown as Press

const none = async function* () {}
const emptyBooks = {
  ...{ costTotals: async () => [], costEntries: none, costEntriesOf: async () => [], members: none },
  ...{ actuals: nothing, closings: async () => [], costSheet: async () => null },
} as unknown as Books

const deps = {
  ...{
    ledger: emptyLedger,
    books: emptyBooks,
    sealing: {} as Sealing,
    identify: identifyRole,
    now: () => 1e12,
    report,
  },
  ...{ emailKey: new Uint8Array(32), pseudonymKey: new Uint8Array(32), pseudonym: (member: string) => member },
  ...{ press: emptyPress, pages: STILL_PAGES, pictures: keptPictures() },
}

const ASKED = [
  ['GET', '/members/{id}/standing', deskApp(deps)],
  ['GET', '/members/{id}/perks', deskApp(deps)],
  ['POST', '/members/{id}/perks/lounge/redemptions', deskApp(deps)],
  ['POST', '/members/m-1/perks/{perk}/redemptions', deskApp(deps)],
  ['POST', '/redemptions/{redemption}/reversal', deskApp(deps)],
  ['GET', '/refusals', intakeApp(deps)],
  ['POST', '/refusals/{id}/replay', intakeApp(deps)],
  ['GET', '/finance/refunds', financeApp(deps)],
  ['GET', '/finance/costs', financeApp(deps)],
  ['GET', '/finance/entries', financeApp(deps)],
  ['GET', '/finance/uses/{redemption}', financeApp(deps)],
  ['GET', '/finance/tiers', financeApp(deps)],
  ['POST', '/studio/check', studioApp(deps)],
  ['GET', '/studio/drafts/{id}', studioApp(deps)],
  ['POST', '/studio/drafts/{id}/submit', studioApp(deps)],
  ['GET', '/studio/pictures/{file}', studioApp(deps)],
  ['GET', '/studio/log', studioApp(deps)],
  ['POST', '/studio/editions/{n}/revisions/1/restore', studioApp(deps)],
  ['GET', '/program/editions/{n}', portalApp(deps)],
] as const

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.constantFrom(
    '\u0000',
    '..',
    '%',
    '%2',
    '%00',
    '%E0%A4',
    '\ud83d',
    '__proto__',
    'constructor',
    '2026-02-30T00:00:00Z',
    ...['-1', '1e9', '0', '101', '0000-01', '9999-12', '2026-13', 'perk,perk', ','],
  ),
)
const parameter = fc.tuple(
  fc.constantFrom(
    ...['asOf', 'knownAt', 'amount', 'categories', 'limit', 'cursor', 'offset', '__proto__', ''],
    ...['from', 'to', 'by', 'perk', 'tier', 'edition', 'source', 'kind'],
  ),
  text,
)
const encoded = (part: string) =>
  fc.boolean().map((raw) => (raw ? part.replaceAll(/[/?#\s]/g, '') || 'x' : encodeURIComponent(part.toWellFormed())))

test('rubbish in any address is answered by a problem or an empty answer, and never by an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ASKED),
      text.chain(encoded),
      fc.array(parameter, { maxLength: 3 }),
      async ([method, template, app], id, parameters) => {
        const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')
        const path = template.replace(/\{\w+\}/, () => id)
        const { status, body } = await checked(app)(`${path}${query && `?${query}`}`, {
          method,
          headers: { ...as('everything'), 'Idempotency-Key': 'key-1', 'If-Match': '"1"' },
        })
        expect(status).toBeLessThan(500)
        if (status >= 400) expect(body.detail).toMatch(/\.\)?$/)
      },
    ),
    { numRuns: 500 },
  )
})

test('rubbish for a document gets findings', async () => {
  const send = checked(studioApp(deps))
  const headers = { ...as('studio'), 'Content-Type': 'application/json' }
  const document = fc.record(
    {
      ...Object.fromEntries(Object.keys(published[0]?.document ?? {}).map((name) => [name, fc.jsonValue()])),
      costs: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), document), async (value) => {
      const { status, body } = await send('/studio/check', { method: 'POST', headers, body: JSON.stringify(value) })
      expect(status).toBe(200)
      expect(body.findings.length).toBeGreaterThan(0)
    }),
  )
})

test('rubbish for a basket or a note is refused with its place, and is never an error of ours', async () => {
  const sent = fc.record(
    {
      basket: fc.oneof(
        fc.jsonValue(),
        fc.record(
          { amount: fc.jsonValue(), currency: fc.jsonValue(), categories: fc.jsonValue(), order: fc.jsonValue() },
          { requiredKeys: [] },
        ),
        fc.record({ amount: text, currency: fc.constant('GBP'), categories: fc.array(text) }),
      ),
      note: fc.oneof(text, fc.jsonValue()),
      tier: fc.oneof(text, fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  const asked = [
    ['/quote', checked(portalApp(deps))],
    ['/members/m-1/perks/lounge/redemptions', checked(deskApp(deps))],
  ] as const
  const headers = {
    ...as('everything'),
    'Content-Type': 'application/json',
    'Idempotency-Key': 'key-1',
    'If-Match': '"1"',
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...asked), fc.oneof(fc.jsonValue(), sent), async ([path, send], value) => {
      const { status, body } = await send(path, { method: 'POST', headers, body: JSON.stringify(value) })
      expect([200, 400, 404, 422]).toContain(status)
      if (status >= 400) expect(body.detail).toMatch(/\.\)?$/)
      if (status === 400 || status === 422) expect(body.errors.length).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})
