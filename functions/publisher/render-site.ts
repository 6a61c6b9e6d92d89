import type { PublishedEdition } from '#program/document.ts'
import { languagesOf, localized } from '#program/localized.ts'
import { pathIn, publicPaths } from '#program/public-paths.ts'
import type { PublicSite } from '#program/public-site.ts'
import { fileOf } from './file-names.ts'
import type { SiteFiles } from './page-store.ts'
import type { PictureSource } from './picture-source.ts'
import { PublishError } from './publish-error.ts'
import { sharePictures } from './share-pictures.ts'
import type { PageLocals, SiteBundle } from './site-bundle.ts'
import { sitePictures } from './site-pictures.ts'
import { robotsText, sitemapXml } from './sitemap.ts'

/** The pages of members, and of the shop's own people: in one language. */
export const OWN_PAGES = [
  ...['/simulator', '/standing', '/standing/data', '/standing/perks', '/card'],
  ...['/desk', '/finance', '/studio'],
]

/** An edition, and what its pages show besides. */
export interface RenderedSite extends PublicSite {
  readonly edition: PublishedEdition
  /** Left out: pages refer to pictures that somebody else puts down. */
  readonly pictures?: PictureSource
}

/** An edition alone, as if it were the first and nothing else had been published. */
export const alone = (edition: PublishedEdition): RenderedSite => ({
  edition,
  origin: null,
  publications: [{ edition, withdrawnAt: null }],
})

/** Renders the whole site, assets included, in every language. Throws {@link PublishError}, naming the page, when one fails. */
export async function renderSite(bundle: SiteBundle, site: RenderedSite): Promise<SiteFiles> {
  const { document } = site.edition
  const pictures = site.pictures ? await sitePictures(document, site.pictures) : []
  const files = new Map([...bundle.assets, ...pictures])
  const feeds = site.origin === null ? [] : ['/changes.xml']
  for (const language of languagesOf(document)) {
    const shared =
      site.origin && bundle.sharing ? await sharePictures(bundle.sharing, localized(document, language)) : []
    for (const [, { file, bytes }] of shared) files.set(file, bytes)
    const byTier = Object.fromEntries([...shared].map(([tier, { file }]) => [tier, file]))
    const locals = { ...localsOf(site, language), shared: byTier }
    const own = language === languagesOf(document)[0] ? OWN_PAGES : []
    for (const path of [...publicPaths(document), ...feeds, ...own]) {
      const address = own.includes(path) ? path : pathIn(language, path, document)
      files.set(fileAt(address), new TextEncoder().encode(await renderPage(bundle, path, address, locals)))
    }
  }
  if (site.origin !== null) {
    files.set('sitemap.xml', new TextEncoder().encode(sitemapXml(document, site.origin)))
    files.set('robots.txt', new TextEncoder().encode(robotsText(site.origin)))
  }
  return files
}

/** What a page in a language is made from. */
export const localsOf = ({ edition, origin, publications }: RenderedSite, language: string): PageLocals => ({
  edition: { ...edition, document: localized(edition.document, language) },
  language,
  site: { origin, publications },
})

function fileAt(address: string): string {
  const file = fileOf(address)
  if (file) return file
  throw new PublishError(`${address} cannot be the address of a page: use letters, digits and "-" in ids.`)
}

/** The bundle answers this with the reason as its text when a page throws. */
const FAILED = 422

/** A page that is cut off does not end in one of these. */
const LAST_TAG = /<\/(?:html|feed)>$/

/** Renders one page. Throws {@link PublishError} with the `address` under which it is found. */
export async function renderPage(
  bundle: SiteBundle,
  path: string,
  address: string,
  locals: PageLocals,
): Promise<string> {
  const expected = path === '/404' ? 404 : 200
  try {
    const response = await bundle.render(path, locals)
    const text = await response.text()
    if (response.status === FAILED) throw new Error(text)
    if (response.status !== expected) throw new Error(`it answered ${response.status}, not ${expected}`)
    if (!LAST_TAG.test(text.trimEnd())) throw new Error('it ends in the middle')
    return text
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new PublishError(
      `Edition ${locals.edition.edition}: the page ${address} could not be rendered: ${why.replace(/\.$/, '')}.`,
      { cause },
    )
  }
}
