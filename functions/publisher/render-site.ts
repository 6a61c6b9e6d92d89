import type { PublishedEdition } from '#program/document.ts'
import { fileOf } from './file-names.ts'
import type { SiteFiles } from './page-store.ts'
import { PublishError } from './publish-error.ts'
import type { SiteBundle } from './site-bundle.ts'

/** Every page of an edition, by its path. */
export const pagesOf = ({ document }: PublishedEdition): readonly string[] => [
  ...['/', '/perks', '/promise', '/simulator', '/standing', '/standing/data', '/standing/perks', '/404'],
  ...['/card', '/desk', '/finance'],
  ...document.tiers.map((tier) => `/tiers/${tier.id}`),
]

/** Renders the whole site of an edition, assets included. Throws {@link PublishError}, naming the page, when one fails. */
export async function renderSite(bundle: SiteBundle, edition: PublishedEdition): Promise<SiteFiles> {
  const files = new Map(bundle.assets)
  for (const path of pagesOf(edition)) {
    const file = fileOf(path)
    if (!file) throw new PublishError(`${path} cannot be the address of a page: use letters, digits and "-" in ids.`)
    files.set(file, new TextEncoder().encode(await renderPage(bundle, path, edition)))
  }
  return files
}

/** The bundle answers this with the reason as its text when a page throws. */
const FAILED = 422

async function renderPage(bundle: SiteBundle, path: string, edition: PublishedEdition): Promise<string> {
  const expected = path === '/404' ? 404 : 200
  try {
    const response = await bundle.render(path, { edition })
    const html = await response.text()
    if (response.status === FAILED) throw new Error(html)
    if (response.status !== expected) throw new Error(`it answered ${response.status}, not ${expected}`)
    if (!html.trimEnd().endsWith('</html>')) throw new Error('it ends in the middle')
    return html
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new PublishError(
      `Edition ${edition.edition}: the page ${path} could not be rendered: ${why.replace(/\.$/, '')}.`,
      { cause },
    )
  }
}
