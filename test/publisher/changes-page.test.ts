import { beforeAll, describe, expect, test } from 'vitest'
import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import type { ProgramDocument, PublishedEdition } from '#program/document.ts'
import type { PublicRecord } from '#program/public-site.ts'
import type { SiteFiles } from '#publisher/page-store.ts'
import { renderSite } from '#publisher/render-site.ts'
import { loadBundle } from '#publisher/site-bundle.ts'
import { OTHER_EDITION } from './programs.ts'
import { expectWellFormed } from './well-formed.ts'

const ORIGIN = 'https://rewards.example'
const document: ProgramDocument = {
  ...OTHER_EDITION.document,
  translations: { de: { tiers: { river: { name: 'Fluss <&>' } } } },
}
const dearer: ProgramDocument = {
  ...document,
  tiers: document.tiers.map((tier) =>
    tier.id === 'river' ? { ...tier, qualify: [{ spend: '900000' }, { plan: 'boat' }] } : tier,
  ),
}
const published = (edition: Partial<PublishedEdition>, withdrawnAt: number | null = null): PublicRecord => ({
  edition: { ...OTHER_EDITION, document, ...edition },
  withdrawnAt,
})
const IN_FORCE = published({ edition: 2, revision: 2, effectiveFrom: '2031-03', publishedAt: '2031-02-10T00:00:00Z' })
const PUBLICATIONS: readonly PublicRecord[] = [
  published({ edition: 1, effectiveFrom: '2030-01', publishedAt: '2029-12-01T00:00:00Z' }),
  published({ edition: 2, effectiveFrom: '2031-03', publishedAt: '2031-01-05T00:00:00Z' }),
  IN_FORCE,
  published({ edition: 3, effectiveFrom: '2031-05', publishedAt: '2031-03-02T00:00:00Z', document: dearer }),
  published(
    { edition: 4, effectiveFrom: '2031-06', publishedAt: '2031-03-03T00:00:00Z', document: dearer },
    Date.parse('2031-03-04T12:00:00Z'),
  ),
]

let site: SiteFiles

beforeAll(async () => {
  await buildSiteIfStale()
  const bundle = await loadBundle(SITE_FOLDER)
  site = await renderSite(bundle, { edition: IN_FORCE.edition, origin: ORIGIN, publications: PUBLICATIONS })
}, 60_000)

const text = (file: string) => new TextDecoder().decode(site.get(file))
const words = (file: string) =>
  text(file)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('\u00a0', ' ')

describe('the page of changes', () => {
  test('lists everything that was published, newest first', () => {
    const headings = [...text('changes.html').matchAll(/<h2[^>]*>([^<]*)</g)].map(([, heading]) => heading)
    expect(headings).toEqual(['Edition 4', 'Edition 3', 'Edition 2, wording 2', 'Edition 2', 'Edition 1'])
  })

  test('says what is in force, what is announced and what was withdrawn', () => {
    expect(words('changes.html')).toContain('Edition 4 Withdrawn on 4 March 2031. It never took effect.')
    expect(words('changes.html')).toContain('Edition 3 Announced for 1 May 2031')
    expect(words('changes.html')).toContain('Edition 2, wording 2 In force')
    expect(words('changes.html')).toContain('Other words, texts or pictures.')
  })

  test('tells a change in a sentence, in every language with the words of that language', () => {
    expect(words('changes.html')).toContain(
      'River: spend in 6 months from February or August from ¥880,088 to ¥900,000, from 1 May 2031.',
    )
    expect(words('de/changes.html')).toContain(
      'Fluss &lt;&amp;&gt;: Einkäufe in 6 Monaten ab Februar oder August 900.000 ¥ statt 880.088 ¥, ab 1. Mai 2031.',
    )
  })

  test('what is announced stands on the pages that it concerns, and on no other', () => {
    const announces = (file: string) => words(file).includes('What will change From 1 May 2031')
    expect(['index.html', 'tiers/river.html'].map(announces)).toEqual([true, true])
    expect(['tiers/stone.html', 'perks.html', 'promise.html'].map(announces)).toEqual([false, false, false])
  })

  test('every public page says since when it holds, and in whose words', () => {
    expect(words('perks.html')).toContain('Edition 2, in force since 1 March 2031; wording of 10 February 2031')
    expect(words('de/perks.html')).toContain('Ausgabe 2, in Kraft seit 1. März 2031; Wortlaut vom 10. Februar 2031')
  })
})

describe('for machines', () => {
  test.each(['changes.xml', 'de/changes.xml', 'sitemap.xml'])('%s is well-formed', (file) => {
    expectWellFormed(text(file))
  })

  test('the feed has an id and a date for itself and for each entry, and says where it is', () => {
    const feed = text('de/changes.xml')
    const ids = [...feed.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id)
    expect(ids.slice(0, 3)).toEqual([
      `${ORIGIN}/de/changes.xml`,
      `${ORIGIN}/de/changes#edition-4`,
      `${ORIGIN}/de/changes#edition-3`,
    ])
    expect(new Set(ids).size).toBe(6)
    expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="${ORIGIN}/de/changes.xml"/>`)
    expect(feed.match(/<updated>[^<]*<\/updated>/g)?.slice(0, 2)).toEqual([
      '<updated>2031-03-04T12:00:00.000Z</updated>',
      '<updated>2031-03-04T12:00:00.000Z</updated>',
    ])
  })

  test('the map of the site names every public page in every language, and robots are told where it is', () => {
    expect(text('sitemap.xml').match(/<loc>/g)).toHaveLength(14)
    expect(text('sitemap.xml')).toContain(`<loc>${ORIGIN}/de/tiers/river</loc>`)
    expect(text('robots.txt')).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
  })

  test('search engines are told of a program with a price for members, and of no other', async () => {
    expect(text('index.html')).not.toContain('ld+json')
    const perk = { id: 'tenth', name: 'A </script> off', kind: 'discount', worth: '0', terms: { reed: {} } } as const
    const cheaper = { ...document, tiers: document.tiers.slice(0, 1), perks: [perk], plans: [] }
    const edition = { ...IN_FORCE.edition, document: cheaper }
    const told = await renderSite(await loadBundle(SITE_FOLDER), { edition, origin: ORIGIN, publications: [] })
    const page = new TextDecoder().decode(told.get('de.html'))
    const [, json = ''] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page) ?? []
    expect(JSON.parse(json)).toMatchObject({ '@type': 'MemberProgram', url: `${ORIGIN}/de` })
  })

  test('a page names its own address and its twins in other languages', () => {
    const page = text('de/perks.html')
    expect(page).toContain('<html lang="de-DE">')
    expect(page).toContain(`<link rel="canonical" href="${ORIGIN}/de/perks">`)
    expect(page).toContain(`<meta property="og:url" content="${ORIGIN}/de/perks">`)
    expect(page).toContain('<meta property="og:locale" content="de_DE">')
    expect(page).toContain(`<link rel="alternate" hreflang="en" href="${ORIGIN}/perks">`)
    expect(page).toContain(`<link rel="alternate" hreflang="de" href="${ORIGIN}/de/perks">`)
  })
})
