import { createHash } from 'node:crypto'
import type { SiteFiles, SiteStore } from './page-store.ts'
import { type RenderedSite, renderSite } from './render-site.ts'
import type { SiteBundle } from './site-bundle.ts'

/**
 * Renders an edition and makes it the site that is served: all of it, or (when anything fails) none of it. Returns the
 * site's name, "2-3f9ac1d07be4": the edition and a fingerprint of its files, so that equal sites are put down once.
 */
export async function publishSite(store: SiteStore, bundle: SiteBundle, rendered: RenderedSite): Promise<string> {
  const files = await renderSite(bundle, rendered)
  const site = `${rendered.edition.edition}-${fingerprint(files)}`
  await store.put(site, files)
  await store.switchTo(site)
  return site
}

function fingerprint(files: SiteFiles): string {
  const hash = createHash('sha256')
  for (const name of [...files.keys()].sort()) {
    hash.update(`${name}\n${files.get(name)?.length}\n`).update(files.get(name) ?? '')
  }
  return hash.digest('hex').slice(0, 12)
}
