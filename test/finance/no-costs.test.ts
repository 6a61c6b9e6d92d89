import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { deskApp } from '#desk/app.ts'
import { financeApp } from '#finance/app.ts'
import { openapiApp } from '#http/openapi-app.ts'
import type { Route } from '#http/route.ts'
import { intakeApp } from '#intake/app.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openPress } from '#ledger/open-press.ts'
import type { Sealing } from '#ledger/seal/close-month.ts'
import { API_ROUTES } from '#local/api-routes.ts'
import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import { demoEditions } from '#local/demo-program.ts'
import { openapiDocument } from '#local/openapi-document.ts'
import { portalApp } from '#portal/app.ts'
import type { PerkCost, ProgramCosts } from '#program/document.ts'
import { alone, renderSite } from '#publisher/render-site.ts'
import { loadBundle } from '#publisher/site-bundle.ts'
import { studioApp } from '#studio/app.ts'
import { as, identifyRole, ROLES, report } from '../http/roles.ts'
import { enrolment, purchase } from '../ledger/events.ts'
import { freshLedger, NOW } from '../ledger/fresh-ledger.ts'
import { keptPictures } from '../studio/kept-pictures.ts'
import { STILL_PAGES } from '../studio/still-pages.ts'

/** What finance alone knows of the demo shop: everything that its costs say and that its public document does not. */
async function secretsOfDemo(): Promise<readonly string[]> {
  const text = await readFile(new URL('../../functions/local/fairweather.yaml', import.meta.url), 'utf8')
  const { costs, ...document } = parse(text) as { readonly costs: ProgramCosts }
  const said = Object.values(costs).flatMap(({ unit, budget, account, owner, evidence }) => [
    ...[unit, budget?.amount, account, owner, evidence],
  ])
  const shown = JSON.stringify(document)
  // 0.00 and 10.00 stand in the document as worths; what is left can only come from the costs.
  return [...new Set(said)].filter((one): one is string => one !== undefined && !shown.includes(one))
}

/** Costs whose every figure and word is found nowhere else, in whatever form it is written. */
const UNMISTAKABLE: PerkCost = {
  unit: '7351.13',
  budget: { per: 'year', amount: '918273.46' },
  ...{ account: 'Expenses:Zeta:Quarz', accountCode: '90425ZQ', owner: 'Ottilie Quarz', treatment: 'third-party' },
  evidence: 'https://zeta.example/quarz',
}
const LEAK = /7[,.]?351\.?13|918[,.]?273|zeta|quarz|third-party/i

describe('no cost stands in what is published', () => {
  let files: ReadonlyMap<string, Uint8Array>
  beforeAll(async () => {
    await buildSiteIfStale()
    const edition = (await demoEditions()).at(-1)
    if (!edition) throw new Error('The demo shop has no edition.')
    files = await renderSite(await loadBundle(SITE_FOLDER), alone(edition))
  }, 60_000)

  test('neither in a page nor in a script nor in any other file', async () => {
    const secrets = await secretsOfDemo()
    expect(secrets.length).toBeGreaterThan(20)
    expect([...files.keys()].filter((name) => /\.(?:html|js|css)$/.test(name)).length).toBeGreaterThan(20)
    const found = [...files].flatMap(([name, bytes]) => {
      const text = new TextDecoder().decode(bytes)
      return secrets.filter((secret) => text.includes(secret)).map((secret) => `${name}: ${secret}`)
    })
    expect(found).toEqual([])
  })

  test('nor in the description of the API', async () => {
    const text = openapiDocument()
    expect((await secretsOfDemo()).filter((secret) => text.includes(secret))).toEqual([])
  })
})

describe('no cost is answered to anybody but finance', () => {
  /** A shop whose perks cost unmistakable amounts, with a member who has used some, and every app of it. */
  async function house() {
    const { ledger, client, table } = await freshLedger()
    for (const edition of await demoEditions()) {
      const costs = Object.fromEntries(edition.document.perks.map(({ id }) => [id, UNMISTAKABLE]))
      await ledger.publish(edition, costs)
    }
    await ledger.record([enrolment('e-1'), purchase('o-1', { amountMinor: 300_000 })])
    const use = (key: string, perk: string) =>
      ledger.redeem({
        key,
        sender: 'till',
        member: 'm-1',
        perk,
        basket: { amountMinor: 9900, categories: [], order: 'o-1' },
      })
    const used = await use('k-1', 'free-delivery')
    const reversed = await use('k-2', 'lounge')
    if (used.kind !== 'granted' || reversed.kind !== 'granted') throw new Error('The member has both perks.')
    await ledger.reverse(reversed.redemption.id, 'till')
    const books = openBooks({ client, table, now: () => NOW })
    const press = openPress({ client, table, now: () => NOW })
    const studio = { press, pages: STILL_PAGES, pictures: keptPictures() }
    const everyone = { ledger, books, identify: identifyRole, now: () => NOW, emailKey: new Uint8Array(32), report }
    const deps = { ...everyone, ...studio, pseudonymKey: new Uint8Array(32) }
    const apps = [portalApp(deps), intakeApp(deps), deskApp(deps), studioApp(deps), openapiApp(openapiDocument, report)]
    const finance = financeApp({ ...deps, pseudonym: (member) => member, sealing: {} as Sealing })
    return { apps, finance, redemption: used.redemption.id, card: await ledger.giveCard('m-1') }
  }

  const BODIES: Readonly<Record<string, unknown>> = {
    'post /quote': { basket: { amount: '99.00', currency: 'GBP' } },
    'post /members/{id}/perks/{perk}/redemptions': { basket: { amount: '99.00', currency: 'GBP' } },
  }

  function requestOf({ method, path, takes }: Route, role: string, values: Readonly<Record<string, string>>) {
    const body = JSON.stringify(BODIES[`${method} ${path}`] ?? {})
    const type = takes && { 'Content-Type': Object.keys(takes)[0] ?? '' }
    const headers = { ...(role === 'nobody' ? {} : as(role)), 'Idempotency-Key': `key of ${role}`, ...type }
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1')
    return [`/api/v1${filled}`, { method: method.toUpperCase(), headers, ...(takes && { body }) }] as const
  }

  test('whatever they ask, whoever they are; and finance does get them', async () => {
    const { apps, finance, redemption, card } = await house()
    const values = { id: 'm-1', perk: 'free-delivery', redemption, code: card, n: '2' }
    const found: string[] = []
    const answered = new Set<string>()
    for (const route of API_ROUTES.filter(({ path }) => !path.startsWith('/finance/'))) {
      const name = `${route.method} ${route.path}`
      for (const role of Object.keys(ROLES)) {
        for (const app of apps) {
          const response = await app.request(...requestOf(route, role, values))
          if (response.ok) answered.add(name)
          if (LEAK.test(await response.text())) found.push(`${name} by ${role}`)
        }
      }
    }
    // The description names the kinds of treatment there are, which is no secret of anybody's.
    expect(found.filter((one) => !one.startsWith('get /openapi.json'))).toEqual([])
    // Otherwise this would have looked at problems only.
    expect(answered.size).toBeGreaterThan(15)
    const use = await finance.request(`/api/v1/finance/uses/${redemption}`, { headers: as('finance') })
    expect(await use.text()).toMatch(LEAK)
  })

  test.each(['nobody', 'member', 'shop', 'till', 'studio', 'ops'])(
    'not by a route of finance either: %s',
    async (role) => {
      const { finance, redemption } = await house()
      for (const route of API_ROUTES.filter(({ path }) => path.startsWith('/finance/'))) {
        const response = await finance.request(...requestOf(route, role, { redemption, month: '2026-05' }))
        expect([route.path, response.status]).toEqual([route.path, role === 'nobody' ? 401 : 403])
        expect(await response.text()).not.toMatch(LEAK)
      }
    },
  )
})
