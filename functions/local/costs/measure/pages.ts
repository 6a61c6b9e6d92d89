import { brotliCompressSync, constants } from 'node:zlib'
import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import { demoEditions } from '#local/demo-program.ts'
import type { SiteFiles } from '#publisher/page-store.ts'
import { OWN_PAGES, renderSite } from '#publisher/render-site.ts'
import { loadBundle } from '#publisher/site-bundle.ts'
import type { PageWeight, Times } from './measured.ts'

/** Text travels packed; typefaces and pictures are so already. */
const IS_PACKED = /\.(?:woff2|png|webp|avif|jpg|zip)$/
/** CloudFront does not say how hard it packs; this is a middle way. */
const QUALITY = 5

/** Renders the demo shop's site once, and weighs its public pages as they travel. */
export async function pageTimes(): Promise<Pick<Times, 'page' | 'publication'>> {
  await buildSiteIfStale()
  const bundle = await loadBundle(SITE_FOLDER)
  const edition = (await demoEditions()).at(-1)
  if (!edition) throw new Error('The demo shop has no program.')
  const site = { edition, origin: 'https://shop.example', publications: [{ edition, withdrawnAt: null }] }
  // The first time everything is compiled, as after a cold start.
  const begun = process.cpuUsage()
  const files = await renderSite(bundle, site)
  const { user, system } = process.cpuUsage(begun)
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0)
  const publication = { milliseconds: Math.round((user + system) / 1000), files: files.size, bytes }
  const own = OWN_PAGES.map((path) => `${path.slice(1)}.html`)
  const pages = [...files.keys()].filter((name) => name.endsWith('.html') && !own.includes(name))
  const mean = (weights: readonly PageWeight[]): PageWeight => ({
    requests: Math.round(sumOf(weights, ({ requests }) => requests) / weights.length),
    bytes: Math.round(sumOf(weights, (weight) => weight.bytes) / weights.length),
  })
  const first = mean(pages.map((page) => weightOf(files, [page, ...linkedFrom(files, page)])))
  return { page: { first, again: mean(pages.map((page) => weightOf(files, [page]))) }, publication }
}

const sumOf = <T>(things: readonly T[], of: (thing: T) => number) => things.reduce((sum, thing) => sum + of(thing), 0)

/** The files that a page makes a browser fetch, and those that its styles ask for. */
function linkedFrom(files: SiteFiles, page: string): readonly string[] {
  const linked = namesIn(files, page)
  const styles = linked.filter((name) => name.endsWith('.css'))
  return [...new Set([...linked, ...styles.flatMap((style) => namesIn(files, style))])]
}

function namesIn(files: SiteFiles, name: string): readonly string[] {
  const text = new TextDecoder().decode(files.get(name))
  const found = [...text.matchAll(/(?:href="|src="|url\(["']?)\/(_astro\/[^"')]+)/g)].map(([, path]) => path ?? '')
  return [...new Set(found)].filter((path) => files.has(path))
}

function weightOf(files: SiteFiles, names: readonly string[]): PageWeight {
  const bytes = sumOf(names, (name) => {
    const file = files.get(name) ?? new Uint8Array()
    if (IS_PACKED.test(name)) return file.length
    return brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length
  })
  return { requests: names.length, bytes }
}
