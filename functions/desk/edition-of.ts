import type { PublishedEdition } from '#program/document.ts'

/** The edition that decided, as published. */
export function editionOf(published: readonly PublishedEdition[], number: number): PublishedEdition {
  const edition = published.find((of) => of.edition === number)
  if (!edition) throw new RangeError(`Edition ${number} was calculated with and is not published.`)
  return edition
}
