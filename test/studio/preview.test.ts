import { beforeAll, describe, expect, test } from 'vitest'
import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import { localPages } from '#local/local-pages.ts'
import { loadBundle, type SiteBundle } from '#publisher/site-bundle.ts'
import { as } from '../http/roles.ts'
import { begun, easierGold, written } from './draft-steps.ts'
import { freshStudio } from './fresh-studio.ts'

let bundle: SiteBundle

beforeAll(async () => {
  await buildSiteIfStale()
  bundle = await loadBundle(SITE_FOLDER)
}, 60_000)

/** A draft that makes Gold easier from October on, and how its pages are looked at. */
async function previewed() {
  const nowhere = { put: async () => {}, switchTo: async () => {} }
  const studio = await freshStudio()
  const { press, clock } = studio
  const publisher = { store: nowhere, bundle, publications: press.publications, now: () => clock.now }
  const { app } = await freshStudio({ deps: { press, pages: localPages(publisher) } })
  const draft = await begun(studio)
  await written(studio, draft, easierGold(draft.document), '2026-10')
  return async (page: string, role = 'studio') => {
    const response = await app.request(`/api/v1/studio/drafts/${draft.id}/preview${page}`, { headers: as(role) })
    const text = await response.text()
    return { status: response.status, text, words: text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
  }
}

describe('a preview', () => {
  test('is the page as it will be, in every language, and nobody else’s', async () => {
    const look = await previewed()
    const english = await look('/tiers/gold')
    expect([english.status, english.words]).toEqual([200, expect.stringContaining('in force since 1 October 2026')])
    expect((await look('/de/tiers/gold')).words).toContain('in Kraft seit 1. Oktober 2026')
    expect([(await look('/')).status, (await look('/de/')).status, (await look('/standing')).status]).toEqual([
      200, 200, 200,
    ])
    expect((await look('/perks', 'approver')).status).toBe(200)
    expect([(await look('/perks', 'member')).status, (await look('/perks', 'nobody')).status]).toEqual([403, 401])
  })

  test('shows what is in force on a day before the draft takes effect', async () => {
    const look = await previewed()
    expect((await look('/perks?on=2026-09-30')).words).toContain('in force since 1 January 2026')
    expect((await look('/perks?on=2026-10-01')).words).toContain('in force since 1 October 2026')
  })

  test('marks the column of the tier as which it is looked at, and of no other', async () => {
    const look = await previewed()
    const marked = (text: string) => text.match(/<th class="perk-tier mine"/g)?.length ?? 0
    expect(marked((await look('/perks?as=gold')).text)).toBe(1)
    expect(marked((await look('/perks')).text)).toBe(0)
    expect((await look('/perks?as=m-1')).status).toBe(422)
  })

  test.each(['/nowhere', '/tiers/diamond', '/fr/perks', '/..%2f..%2fetc', '/de/standing'])(
    'of %s is not there',
    async (page) => {
      expect((await (await previewed())(page)).status).toBe(404)
    },
  )
})
