import { describe, expect, test } from 'vitest'
import { deskApp } from '#desk/app.ts'
import { financeApp } from '#finance/app.ts'
import { openapiApp } from '#http/openapi-app.ts'
import { intakeApp } from '#intake/app.ts'
import type { Books } from '#ledger/books.ts'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import type { Press } from '#ledger/press.ts'
import type { Sealing } from '#ledger/seal/close-month.ts'
import { API_ROUTES } from '#local/api-routes.ts'
import { demoEditions } from '#local/demo-program.ts'
import { openapiDocument } from '#local/openapi-document.ts'
import { portalApp } from '#portal/app.ts'
import { studioApp } from '#studio/app.ts'
import type { PictureStore } from '#studio/picture-store.ts'
import { STILL_PAGES } from '../studio/still-pages.ts'
import { checked } from './checked.ts'
import { as, identifyRole, ROLES, report } from './roles.ts'

/** Who is let in, route by route. Written by hand, so that a change of a route's right is seen here. */
const LET_IN: Readonly<Record<string, readonly string[]>> = {
  'get /openapi.json': Object.keys(ROLES),
  'get /program': Object.keys(ROLES),
  'get /program/editions': Object.keys(ROLES),
  'get /program/editions/{n}': Object.keys(ROLES),
  'get /me/standing': ['member'],
  'get /me/activity': ['member'],
  'get /me/export': ['member'],
  'delete /me': ['member'],
  'get /me/proofs': ['member'],
  'get /me/trajectory': ['member'],
  'post /events': ['shop', 'everything'],
  'get /refusals': ['ops', 'everything'],
  'post /refusals/{id}/replay': ['ops', 'everything'],
  'get /finance/refunds': ['finance', 'everything'],
  'get /finance/costs': ['finance', 'everything'],
  'get /finance/entries': ['finance', 'everything'],
  'get /finance/uses/{redemption}': ['finance', 'everything'],
  'get /finance/reconciliation': ['finance', 'everything'],
  'get /finance/budget': ['finance', 'everything'],
  'get /finance/exposure': ['finance', 'everything'],
  'get /finance/tiers': ['finance', 'everything'],
  'get /finance/export': ['finance', 'everything'],
  'get /finance/export/manifest': ['finance', 'everything'],
  'get /finance/actuals': ['finance', 'everything'],
  'post /finance/invoices': ['finance', 'everything'],
  'get /finance/unit-costs': ['finance', 'everything'],
  'put /finance/unit-costs/next': ['finance', 'everything'],
  'delete /finance/unit-costs/next': ['finance', 'everything'],
  // The machine prepares costs, and people approve them.
  'post /finance/unit-costs/next/approve': ['approver', 'everything'],
  'get /finance/periods': ['finance', 'everything'],
  'post /finance/periods/{month}/close': ['finance', 'everything'],
  'get /finance/periods/{month}/archive': ['finance', 'everything'],
  'get /finance/verify': ['finance', 'everything'],
  'post /studio/check': ['studio', 'everything'],
  'get /studio/drafts': ['studio', 'approver', 'everything'],
  'post /studio/drafts': ['studio', 'everything'],
  'get /studio/drafts/{id}': ['studio', 'approver', 'everything'],
  'put /studio/drafts/{id}': ['studio', 'everything'],
  'delete /studio/drafts/{id}': ['studio', 'everything'],
  'get /studio/drafts/{id}/preview/{page}': ['studio', 'approver', 'everything'],
  'post /studio/pictures': ['studio', 'everything'],
  'get /studio/pictures/{file}': ['studio', 'approver', 'everything'],
  'post /studio/drafts/{id}/submit': ['studio', 'everything'],
  'post /studio/drafts/{id}/approve': ['approver', 'everything'],
  'post /studio/drafts/{id}/return': ['approver', 'everything'],
  'post /studio/drafts/{id}/publish': ['studio', 'everything'],
  'get /studio/editions': ['studio', 'approver', 'everything'],
  'post /studio/editions/{n}/withdraw': ['studio', 'everything'],
  'post /studio/editions/{n}/revisions/{revision}/restore': ['studio', 'everything'],
  'get /studio/rights': ['studio', 'approver', 'finance', 'everything'],
  'post /studio/drafts/{id}/impact': ['studio', 'approver', 'finance', 'everything'],
  'get /studio/drafts/{id}/impact/members': ['studio', 'approver', 'finance', 'everything'],
  'get /studio/log': ['studio', 'approver', 'finance', 'everything'],
  'get /me/card': ['member'],
  'get /me/perks': ['member'],
  'post /quote': Object.keys(ROLES),
  'get /members/{id}/perks': ['till', 'everything'],
  'post /members/{id}/perks/{perk}/redemptions': ['till', 'everything'],
  'post /redemptions/{redemption}/reversal': ['till', 'everything'],
  'get /till': ['till', 'everything'],
  'get /cards/{code}': ['till', 'everything'],
  'get /members/{id}/standing': ['till', 'ops', 'everything'],
}

const ONE_POINT_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A body that is let through, where an empty object is not. */
const BODIES: Readonly<Record<string, string | Buffer<ArrayBuffer>>> = {
  'post /studio/pictures': Buffer.from(ONE_POINT_PNG, 'base64'),
  'post /quote': '{"basket":{"amount":"1.00","currency":"GBP"}}',
  'post /studio/drafts': '{"title":"Spring"}',
  'put /studio/drafts/{id}': JSON.stringify({
    ...{ title: 'Spring', effectiveFrom: null, explanations: {} },
    document: (await demoEditions())[0]?.document,
  }),
  'post /studio/drafts/{id}/approve': '{"remark":""}',
  'post /studio/drafts/{id}/return': '{"remark":""}',
}

/** What has to stand after the ?, where something has to. */
const QUERIES: Readonly<Record<string, string>> = {
  'post /finance/invoices': '?source=parcel-line',
  'get /finance/verify': '?month=2026-05',
  'get /finance/export': '?format=csv&period=2026-05',
  'get /finance/export/manifest': '?format=csv&period=2026-05',
  'get /me/proofs': '?source=shop-1&id=o-1',
}

/** A ledger in which every door says that it is busy: whoever gets as far was let in. Finance never gets past it to the books. */
const busyLedger = new Proxy({} as Ledger, {
  get: () => async () => {
    throw new Busy('The database is busy.')
  },
})

const busyPress = busyLedger as unknown as Press
const deps = {
  ...{ ledger: busyLedger, books: {} as Books, sealing: {} as Sealing, identify: identifyRole, now: () => 0 },
  ...{ emailKey: new Uint8Array(32), pseudonymKey: new Uint8Array(32), pseudonym: (member: string) => member, report },
  ...{ press: busyPress, pages: STILL_PAGES, pictures: busyLedger as unknown as PictureStore },
}
const APPS = [
  portalApp(deps),
  intakeApp(deps),
  deskApp(deps),
  studioApp(deps),
  financeApp(deps),
  openapiApp(openapiDocument, report),
]
/** Well-formed, so that it is looked up. */
const NOBODYS_CARD = '000000000000'
const A_MONTH = '2026-05'
const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) =>
  `${method.toLowerCase()} ${path}`

describe('every route × every role', () => {
  test('no route is missing from the matrix, nor from the document', () => {
    const served = APPS.flatMap(({ routes }) => routes)
      .filter(({ method }) => method !== 'ALL')
      .map((one) =>
        nameOf({
          ...one,
          path: one.path
            .replace('/api/v1', '')
            .replace('{.*}', '')
            .replaceAll(/:(\w+)/g, '{$1}'),
        }),
      )
    expect(served.toSorted()).toEqual(Object.keys(LET_IN).toSorted())
    expect(API_ROUTES.map(nameOf).toSorted()).toEqual(Object.keys(LET_IN).toSorted())
  })

  const cases = API_ROUTES.flatMap((route) => Object.keys(ROLES).map((role) => [nameOf(route), role, route] as const))

  test.each(cases)('%s by %s', async (name, role, { method, path, takes }) => {
    const app = APPS.find(({ routes }) =>
      routes.some(
        (one) =>
          nameOf({ ...one, path: one.path.replace('{.*}', '') }) ===
          `${method} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    )
    if (!app) throw new Error(`${name} is not served.`)
    const address =
      path
        .replace('{code}', NOBODYS_CARD)
        .replace('{month}', A_MONTH)
        .replaceAll(/\{\w+\}/g, '1') + (QUERIES[name] ?? '')
    const { status, body } = await checked(app)(address, {
      method: method.toUpperCase(),
      headers: {
        ...(role === 'nobody' ? {} : as(role)),
        'Idempotency-Key': 'key-1',
        'If-Match': '"1"',
        ...(takes && { 'Content-Type': Object.keys(takes)[0] ?? '' }),
      },
      ...(takes && { body: BODIES[name] ?? '{}' }),
    })
    if (LET_IN[name]?.includes(role)) expect([200, 503], JSON.stringify(body)).toContain(status)
    else expect(status).toBe(role === 'nobody' ? 401 : 403)
  })
})
