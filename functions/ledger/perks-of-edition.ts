import type { ProgramDocument, PublishedEdition } from '#program/document.ts'
import { type Perk, perksOf } from '#program/perks/perk.ts'

const prepared = new WeakMap<ProgramDocument, ReadonlyMap<string, Perk>>()

/** A perk of an edition by its id; undefined when the edition has none of it. Each edition is prepared once. */
export function perkIn({ document }: PublishedEdition, id: string): Perk | undefined {
  let perks = prepared.get(document)
  if (!perks) {
    perks = new Map(perksOf(document).map((perk) => [perk.id, perk]))
    prepared.set(document, perks)
  }
  return perks.get(id)
}
