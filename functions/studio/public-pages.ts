import type { Publication } from '#ledger/press.ts'
import type { PublishedEdition } from '#program/document.ts'

/** The pages that everyone sees. What could not be shown is not published: they are tried first, and change afterwards. */
export interface PublicPages {
  /** Renders everything as it would be with a publication, for nobody to see. Throws {@link PagesFault} if that fails. */
  try(publication: Publication): Promise<void>
  /**
   * One page of an edition as it would be, for nobody else to see; null when it has no such page. Throws {@link PagesFault}.
   */
  preview(previewed: Previewed): Promise<string | null>
  /**
   * Renders what is in force now, and serves it in place of what was served: all of it or, when it throws
   * {@link PagesFault}, nothing. Returns the site's name.
   */
  refresh(): Promise<string>
}

/** A page of an edition that need not be published. */
export interface Previewed {
  readonly edition: PublishedEdition
  /** "/perks", "/de/tiers/gold". */
  readonly page: string
  /** The rank of the tier whose column is marked; null for none. */
  readonly seenAs: number | null
}

/** Pages could not be rendered or shown, and what is served stays as it was; the message says which and why. */
export class PagesFault extends Error {
  override readonly name = 'PagesFault'
}
