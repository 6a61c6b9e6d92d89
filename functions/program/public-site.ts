import type { PublishedEdition } from './document.ts'

/** What pages show besides the edition that they are made from. */
export interface PublicSite {
  /** Where the pages are found: "https://rewards.example"; null when nobody has said, and then no address is whole. */
  readonly origin: string | null
  /** Every revision of every edition, also withdrawn ones, oldest first. */
  readonly publications: readonly PublicRecord[]
}

export interface PublicRecord {
  readonly edition: PublishedEdition
  /** Epoch milliseconds; null while it stands. */
  readonly withdrawnAt: number | null
}
