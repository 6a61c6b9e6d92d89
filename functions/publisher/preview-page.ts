import type { PublishedEdition } from '#program/document.ts'
import { languagesOf } from '#program/localized.ts'
import { pathIn, publicPaths } from '#program/public-paths.ts'
import type { Publisher } from './publish-in-force.ts'
import { localsOf, OWN_PAGES, renderPage } from './render-site.ts'

export interface PreviewedPage {
  readonly edition: PublishedEdition
  /** "/perks", "/de/tiers/gold". */
  readonly page: string
  /** The rank of the tier whose column is marked; null for none. */
  readonly seenAs: number | null
}

/** Where the studio's API shows pictures, published or not, to those with its rights. */
const UNPUBLISHED = '/api/v1/studio/pictures/'

/** One page as it would be if the edition were in force; null when it has no such page. Throws PublishError. */
export async function previewPage(
  { bundle, publications, origin = null }: Pick<Publisher, 'bundle' | 'publications' | 'origin'>,
  { edition, page, seenAs }: PreviewedPage,
): Promise<string | null> {
  const found = foundPage(edition, page.replace(/(?<=.)\/$/, ''))
  if (!found) return null
  const records = [...(await publications()), { edition, withdrawnAt: null }]
  const locals = {
    ...localsOf({ edition, origin, publications: records }, found.language),
    seenAs,
    picturesAt: UNPUBLISHED,
  }
  return renderPage(bundle, found.path, page, locals)
}

function foundPage({ document }: PublishedEdition, page: string) {
  const [own = 'en', ...others] = languagesOf(document)
  const inLanguages = [own, ...others].flatMap((language) =>
    publicPaths(document).map((path) => ({ language, path, address: pathIn(language, path, document) })),
  )
  const inOne = OWN_PAGES.map((path) => ({ language: own, path, address: path }))
  return [...inLanguages, ...inOne].find(({ address }) => address === page)
}
