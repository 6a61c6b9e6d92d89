import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { SITE_FOLDER } from '#local/built-site.ts'
import { SECURITY_HEADERS } from '#local/security-headers.ts'
import type { PerkDocument, ProgramDocument, PublishedEdition } from '#program/document.ts'
import { fileOf, typeOf } from '#publisher/file-names.ts'
import type { SiteFiles } from '#publisher/page-store.ts'
import { alone, renderSite } from '#publisher/render-site.ts'
import { loadBundle } from '#publisher/site-bundle.ts'
import { OTHER_EDITION } from '../publisher/programs.ts'
import { findingsOfAxe, openWindow, sidewaysScroll } from './window.ts'

const TIERS = ['Member', 'Bronze', 'Silver', 'Gold', 'Platinum', 'The Founders’ Circle of Friends']

const perk = (number: number): PerkDocument => ({
  id: `perk-${number}`,
  name:
    number % 7 === 0
      ? `Donaudampfschifffahrtsgesellschaftskapitänsmütze ${number}`
      : `A perk of many words, number ${number}`,
  kind: 'service',
  text: 'A sentence about it that goes on for a while, so that it needs more than one line on a small phone.',
  worth: `${number * 111}`,
  terms: {
    [`t${number % 6}`]: { over: '5000', limit: { count: 1, per: 'quarter' }, categories: ['shoes', 'suits', 'shirts'] },
    ...(number % 6 < 4 ? { t5: { over: '4000', limit: { count: 12, per: 'quarter' } } } : {}),
  },
})

/** Six tiers and forty perks, with long words in the names. */
const program: ProgramDocument = {
  ...OTHER_EDITION.document,
  tiers: TIERS.map((name, rank) => ({
    id: `t${rank}`,
    name,
    ...(rank > 0 && { qualify: [{ spend: `${rank * 50_000}` }] }),
  })),
  perks: Array.from({ length: 40 }, (_, index) => perk(index + 1)),
}
const edition: PublishedEdition = { ...OTHER_EDITION, document: program }

let site: SiteFiles

beforeAll(async () => {
  site = await renderSite(await loadBundle(SITE_FOLDER), alone(edition))
})

/** A window onto the pages of that program, served under the same policy as all pages. */
async function openPage(path: string, width: number) {
  const window = await openWindow({ viewport: { width, height: 700 } })
  const scripts: string[] = []
  window.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await window.context.route('**/*', async (route) => {
    const file = fileOf(new URL(route.request().url()).pathname) ?? ''
    const body = site.get(file)
    if (!body) return route.fulfill({ status: 404 })
    await route.fulfill({ body: Buffer.from(body), headers: { ...SECURITY_HEADERS, 'content-type': typeOf(file) } })
  })
  await window.page.goto(path)
  return { ...window, scripts }
}

const outside = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(p, span, dt, dd, th, td, h1, h2, text)')]
      .filter((element) => element.checkVisibility() && element.closest('.perk-heads, .unseen') === null)
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.textContent),
  )

describe.each(['/perks', '/tiers/t5'])('%s of six tiers and forty perks', (path) => {
  test.each([320, 1280])(
    'can be read in %i pixels without moving the page sideways, needs no script, and is accessible',
    async (width) => {
      const { page, scripts, complaints } = await openPage(path, width)
      for (const summary of await page.locator('summary').all()) await summary.click()
      expect(await outside(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await findingsOfAxe(page)).toEqual([])
      expect(scripts).toEqual([])
      expect(complaints).toEqual([])
    },
  )
})

test('on a phone every line of the table says which tier it is about', async () => {
  const { page } = await openPage('/perks', 320)
  const lines = page.locator('.perk-row').nth(4).locator('td:visible')
  const words = (await lines.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))
  expect(words).toEqual([
    'Member to Platinum Not included',
    'The Founders’ Circle of Friends Once a quarter, in shoes, suits and shirts, on orders of ¥5,000 or more',
  ])
})

test('the simulator answers for such a program too', async () => {
  const { page, complaints } = await openPage('/simulator?spend=500000&orders=366', 320)
  await page.getByText('The Founders’ Circle of Friends').first().waitFor()
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await findingsOfAxe(page)).toEqual([])
  expect(complaints).toEqual([])
})
