import type { ProgramDocument } from '#program/document.ts'

/**
 * Where on the page a finding stands: the smallest part of the editor that its JSON Pointer lies in, as a pointer itself.
 * Whatever belongs to no part ('') stands with the program as a whole.
 */
export function spotOf(place: string): string {
  for (const spot of SPOTS) {
    const found = spot.exec(place)
    if (found) return found[0]
  }
  return ''
}

/** The same in a document, in which what is said about the cost of a perk stands with the perk. */
export function spotIn({ perks }: ProgramDocument, place: string): string {
  const [, first, perk] = place.split('/')
  const index = first === 'costs' ? perks.findIndex(({ id }) => id === perk) : -1
  return index < 0 ? spotOf(place) : `/perks/${index}`
}

/** Finest first. A key may itself contain an escaped slash ("~1"), never a bare one. */
const SPOTS = [
  /^\/tiers\/\d+\/qualify\/\d+(?=\/|$)/,
  /^\/tiers\/\d+\/(?:name|headline|story|picture)(?=\/|$)/,
  /^\/tiers\/\d+(?=\/|$)/,
  /^\/perks\/\d+\/terms\/[^/]+(?=\/|$)/,
  /^\/perks\/\d+(?=\/|$)/,
  /^\/(?:standards|plans)\/\d+(?=\/|$)/,
  /^\/translations\/[^/]+(?=\/|$)/,
  /^\/(?:qualification|noticeDays|name|effectiveFrom|title)(?=\/|$)/,
]

/** The id of a spot's element: "/tiers/2/name" → "at-tiers-2-name". Ids of things may be anything, so they are encoded. */
export const spotId = (spot: string): string =>
  spot === '' ? 'at-program' : `at${encodeURIComponent(spot).replaceAll('%2F', '-')}`
