import { beforeAll, describe, expect, test } from 'vitest'
import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import { typeOf } from '#publisher/file-names.ts'
import type { SiteFiles } from '#publisher/page-store.ts'
import { alone, renderSite } from '#publisher/render-site.ts'
import { loadBundle, type SiteBundle } from '#publisher/site-bundle.ts'
import { bytes, weightOf } from './page-weight.ts'
import { demoEdition } from './programs.ts'

const FILE = '0123456789abcdef01234567.webp'
const SMALLER = '0123456789abcdef01234567-800.webp'
const KEPT = new Map([FILE, SMALLER, 'ffffffffffffffffffffffff.webp'].map((file) => [file, Buffer.alloc(500_000)]))
const source = async (file: string) => KEPT.get(file)

let bundle: SiteBundle

beforeAll(async () => {
  await buildSiteIfStale()
  bundle = await loadBundle(SITE_FOLDER)
}, 60_000)

/** The demo's edition with a picture of Gold. */
async function pictured(picture = { file: FILE, alt: 'A "seat" by the window', width: 1600, height: 1067 }) {
  const edition = await demoEdition()
  const { document } = edition
  const tiers = document.tiers.map((tier) => (tier.id === 'gold' ? { ...tier, picture } : tier))
  const de = { ...document.translations?.de }
  const translations = {
    de: { ...de, tiers: { ...de.tiers, gold: { ...de.tiers?.gold, alt: 'Ein Platz am Fenster' } } },
  }
  return { ...edition, document: { ...document, tiers, translations } }
}

const page = (site: ReadonlyMap<string, Uint8Array>, file: string) => new TextDecoder().decode(site.get(file))

describe('the picture of a tier', () => {
  test('is on its page in two sizes, with its measures, told in the language of the page', async () => {
    const site = await renderSite(bundle, { ...alone(await pictured()), pictures: source })
    const gold = page(site, 'tiers/gold.html')
    expect(gold).toContain(`srcset="/pictures/${SMALLER} 800w, /pictures/${FILE} 1600w"`)
    expect(gold).toContain('width="1600" height="1067"')
    expect(gold).toContain('alt="A &quot;seat&quot; by the window"')
    expect(page(site, 'de/tiers/gold.html')).toContain('alt="Ein Platz am Fenster"')
    expect(page(site, 'tiers/silver.html')).not.toContain('/pictures/0123')
  })

  test('is put into the site in both sizes, and no other picture is', async () => {
    const site = await renderSite(bundle, { ...alone(await pictured()), pictures: source })
    const pictures = [...site.keys()].filter((file) => file.startsWith('pictures/') && file.endsWith('.webp'))
    expect(pictures.toSorted()).toEqual([SMALLER, FILE].map((file) => `pictures/${file}`).toSorted())
    expect(typeOf(FILE)).toBe('image/webp')
  })

  test('leaves the weight of its page alone but for a line', async () => {
    const site = await renderSite(bundle, { ...alone(await pictured()), pictures: source })
    const plain = await renderSite(bundle, alone(await demoEdition()))
    const weight = (of: SiteFiles) => bytes(weightOf(of, 'tiers/gold.html', /./))
    expect(weight(site) - weight(plain)).toBeLessThan(500)
    expect(weight(site)).toBeLessThan(60_000)
  })

  test('that is smaller than the smaller size is there once', async () => {
    const site = await renderSite(bundle, {
      ...alone(await pictured({ file: FILE, alt: 'A seat', width: 300, height: 200 })),
      pictures: source,
    })
    expect(page(site, 'tiers/gold.html')).not.toContain('srcset')
  })

  test('keeps a site from being rendered when it is missing, with the tier’s name and what to do', async () => {
    const missing = { file: 'ffffffffffffffffffffffff.webp', alt: 'A seat', width: 1600, height: 1067 }
    await expect(renderSite(bundle, { ...alone(await pictured(missing)), pictures: source })).rejects.toThrow(
      'The picture of Gold, ffffffffffffffffffffffff.webp, is not there. Upload it again in the studio, or take it out.',
    )
  })
})

describe('what is shown where the page of a tier is shared', () => {
  const shared = async () => renderSite(bundle, { ...alone(await demoEdition()), origin: 'https://rewards.example' })
  const imageOf = (site: SiteFiles, file: string) =>
    page(site, file).match(/property="og:image" content="https:\/\/rewards\.example\/([^"]+)"/)?.[1] ?? ''

  test('is a picture of its own for every tier and language, 1200 × 630, at a whole address', async () => {
    const site = await shared()
    const names = ['tiers/gold.html', 'tiers/silver.html', 'de/tiers/gold.html'].map((file) => imageOf(site, file))
    expect(new Set(names).size).toBe(3)
    for (const name of names) {
      const png = Buffer.from(site.get(name) ?? [])
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    }
    expect(imageOf(site, 'perks.html')).toBe('')
  })

  test('is the same, byte for byte, when it is drawn again', async () => {
    const [once, again] = [await shared(), await shared()]
    const name = imageOf(once, 'tiers/gold.html')
    expect(again.get(name)).toEqual(once.get(name))
  })
})
