import { beforeAll, describe, expect, it } from 'vitest'
import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import type { SiteFiles } from '#publisher/page-store.ts'
import { alone, renderSite } from '#publisher/render-site.ts'
import { loadBundle, type SiteBundle } from '#publisher/site-bundle.ts'
import { bytes, packed, SCREENS, WITH_SCRIPT, weightOf } from './page-weight.ts'
import { demoEdition, OTHER_EDITION } from './programs.ts'

let bundle: SiteBundle
let demo: SiteFiles
let other: SiteFiles

beforeAll(async () => {
  await buildSiteIfStale()
  bundle = await loadBundle(SITE_FOLDER)
  demo = await renderSite(bundle, alone(await demoEdition()))
  other = await renderSite(bundle, alone(OTHER_EDITION))
}, 60_000)

const pages = (site: SiteFiles) => [...site.keys()].filter((file) => file.endsWith('.html'))
const html = (site: SiteFiles, file: string) => new TextDecoder().decode(site.get(file))
const words = (site: SiteFiles, file: string) =>
  html(site, file)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('the pages of a program', () => {
  it('are a home, the perks, the promise, the simulator, three of one’s own, the counter, finance’s, the studio, one for each tier, and one for wrong addresses', () => {
    expect(pages(demo).sort()).toEqual([
      '404.html',
      'card.html',
      'changes.html',
      'de.html',
      'de/404.html',
      'de/changes.html',
      'de/perks.html',
      'de/promise.html',
      'de/tiers/gold.html',
      'de/tiers/member.html',
      'de/tiers/platinum.html',
      'de/tiers/silver.html',
      'desk.html',
      'finance.html',
      'index.html',
      'perks.html',
      'promise.html',
      'simulator.html',
      'standing.html',
      'standing/data.html',
      'standing/perks.html',
      'studio.html',
      'tiers/gold.html',
      'tiers/member.html',
      'tiers/platinum.html',
      'tiers/silver.html',
    ])
  })

  it('say every way of qualifying and every condition in plain words', () => {
    expect(words(demo, 'index.html')).toContain('12 orders and £500 in 12 months')
    expect(words(demo, 'tiers/platinum.html')).toContain('Spend £10,000 in all and £1,000 in 12 months')
    expect(words(demo, 'perks.html')).toContain('2 a quarter, in suits, shirts and dresses')
    expect(words(demo, 'promise.html')).toContain('Every question is answered within one working day')
  })

  it('say since when the edition is in force', () => {
    for (const page of pages(other)) expect(words(other, page)).toContain('Edition 41, in force since 1 March 2031')
  })

  it('take every number and name from the program: none of the demo shop is left in the pages of another', () => {
    const ofDemo = /Fairweather|Silver|Gold|Platinum|£|GBP|London|\b(?:250|500|1,000|2,500|10,000|49|4\.95|18|40)\b/
    for (const page of pages(other)) expect(words(other, page).match(ofDemo)?.[0] ?? null, page).toBeNull()
    expect(words(other, 'index.html')).toContain('Spend ¥880,088 in 6 months from February or August')
    expect(words(other, 'index.html')).toContain('Keep ¥640,001 for 4 months')
    expect(words(other, 'index.html')).toContain('Boat, ¥7,070 a month')
    expect(words(other, 'index.html')).toContain('at least 77 days')
    expect(words(other, 'perks.html')).toContain('9 a week, on orders of ¥3,131 or more')
    expect(html(other, 'tiers/river.html')).toContain('It <em>flows</em>.')
  })

  it('hold no word of what perks cost', () => {
    for (const page of pages(demo)) expect(html(demo, page)).not.toMatch(/Expenses:|budget|60000/i)
  })

  it('are well-formed enough for a strict content security policy: nothing inline, nothing from elsewhere', () => {
    for (const page of pages(demo)) {
      const text = html(demo, page)
      expect(text, page).not.toMatch(/ style=|<style|<script(?![^>]* src=)(?![^>]*application\/json)| on\w+=/)
      expect(text, page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    }
  })

  it('refer only to files that are there', () => {
    for (const page of pages(demo)) {
      for (const [, path = ''] of html(demo, page).matchAll(/(?:href|src)="\/([^"#?]*)[^"]*"/g)) {
        if (path.startsWith('api/') || path.startsWith('auth/')) continue
        const file = path === '' ? 'index.html' : /\.\w+$/.test(path) ? path : `${path}.html`
        expect([...demo.keys()], `${page} refers to /${path}`).toContain(file)
      }
    }
  })
})

describe('what a page weighs', () => {
  const MOST_BYTES = 60_000
  const MOST_SCRIPT_GZIPPED = 10_000

  it('is no script at all on public pages but the simulator', () => {
    for (const page of pages(demo).filter((page) => ![...WITH_SCRIPT, ...SCREENS.keys()].includes(page))) {
      expect(html(demo, page), page).not.toContain('<script')
    }
  })

  it.each(WITH_SCRIPT)('is one script and a small one, gzipped, on %s', (page) => {
    const scripts = weightOf(demo, page, /\.js$/)
    expect(scripts).toHaveLength(1)
    expect(new TextDecoder().decode(scripts[0])).not.toMatch(/\bimport\b/)
    expect(packed(scripts)).toBeLessThanOrEqual(MOST_SCRIPT_GZIPPED)
  })

  it.each([...SCREENS])('is, of script on %s, at most %i bytes, gzipped, all in one file', (page, most) => {
    const scripts = weightOf(demo, page, /\.js$/)
    expect(scripts).toHaveLength(1)
    expect(packed(scripts)).toBeLessThanOrEqual(most)
  })

  it(`is under ${MOST_BYTES} bytes in all, with styles, script and face, before anything is compressed`, () => {
    for (const page of pages(demo).filter((page) => !SCREENS.has(page))) {
      expect(bytes(weightOf(demo, page, /./)), page).toBeLessThan(MOST_BYTES)
    }
  })
})
