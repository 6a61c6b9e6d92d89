/** A finished file as it is served. */
export interface PageFile {
  readonly bytes: Uint8Array
  /** Its media type, with the charset where it is text. */
  readonly type: string
  /** Its name changes whenever its content does, so it may be kept for ever. */
  readonly immutable: boolean
}

/** Files by name, relative to the site's root: "index.html", "tiers/gold.html", "_astro/page.Coi4COVk.css". */
export type SiteFiles = ReadonlyMap<string, Uint8Array>

/**
 * Where published pages live. A site is put down whole under a name of its own, where nobody looks yet, and becomes the
 * one that is served in a single step. Older sites and all hashed files stay, for whoever still has an older page open.
 */
export interface SiteStore {
  /** Puts a site's files down. Nobody sees them before {@link SiteStore.switchTo}. Doing it again does no harm. */
  put(site: string, files: SiteFiles): Promise<void>
  /** From here on this site is served. Throws when it has not been put down. */
  switchTo(site: string): Promise<void>
}

/** A store that also serves what it holds. (A bucket does not: there the distribution finds the files by itself.) */
export interface PageStore extends SiteStore {
  /** The file for a path of the site in force ("/", "/perks", "/_astro/…"); undefined when there is none. */
  read(path: string): Promise<PageFile | undefined>
}
