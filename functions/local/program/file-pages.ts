import { join } from 'node:path'
import type { Press } from '#ledger/press.ts'
import { openFolderStore } from '#publisher/folder-store.ts'
import { loadBundle } from '#publisher/site-bundle.ts'
import { openFolderPictures, picturesIn } from '#studio/folder-pictures.ts'
import type { PublicPages } from '#studio/public-pages.ts'
import { buildSiteIfStale, SITE_FOLDER } from '../built-site.ts'
import { localPages } from '../local-pages.ts'

/**
 * The pages of the house on this ledger: tried here, and put into its data folder. Where the ledger is in no folder, the
 * house that uses it looks for publications itself, once a minute.
 */
export async function filePages(press: Press, dataDir: string | null): Promise<PublicPages> {
  await buildSiteIfStale()
  const folder = join(dataDir ?? '', 'pages')
  const store = openFolderStore(folder)
  // In no folder there are no pictures to be seen from here: the house looks for them.
  const pictures = dataDir === null ? {} : { pictures: openFolderPictures(picturesIn(folder)).read }
  const bundle = await loadBundle(SITE_FOLDER)
  // Only the house knows where it is: it renders them anew, with its address, when it looks next.
  const pages = localPages({
    store,
    bundle,
    ...pictures,
    publications: press.publications,
    origin: null,
    now: Date.now,
  })
  return dataDir === null ? { ...pages, refresh: async () => 'the house shows it within a minute' } : pages
}
