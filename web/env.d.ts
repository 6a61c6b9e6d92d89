/// <reference types="astro/client" />

declare namespace App {
  /** What every page is made from: one edition, without costs. */
  interface Locals {
    /** With its words in the language of the page. */
    readonly edition: import('#program/document.ts').PublishedEdition
    /** One of those of the program: "de". */
    readonly language: string
    /** In a preview, the rank of the tier as which somebody looks. */
    readonly seenAs?: number | null
    /** In a preview, where pictures are. Left out: where published ones are. */
    readonly picturesAt?: string
    readonly site: import('#program/public-site.ts').PublicSite
    /** By tier, the file that is shown where its page is shared. */
    readonly shared?: Readonly<Record<string, string>>
  }
}
