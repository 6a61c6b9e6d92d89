import type { ProgramDocument, PublishedEdition } from '#program/document.ts'
import { type Edition, editionOf } from '#program/edition.ts'
import { type Perk, perksOf } from '#program/perks/perk.ts'
import { type AskedField, fieldsOf, plansAsked } from './fields.ts'

/** What the page carries of an edition, as JSON: all that is reckoned with, and no prose. */
export interface ProgramData {
  readonly edition: Edition
  readonly currency: string
  readonly perks: ProgramDocument['perks']
  readonly fields: readonly AskedField[]
  /** The ids of the plans that a way of qualifying asks for. */
  readonly plans: readonly string[]
}

export function programData({ edition, effectiveFrom, document }: PublishedEdition): ProgramData {
  return {
    edition: editionOf({ ...document, edition, effectiveFrom }),
    currency: document.currency,
    perks: document.perks.map(({ text, ...perk }) => perk),
    fields: fieldsOf(document).map(({ slider, ...field }) => field),
    plans: plansAsked(document).map(({ id }) => id),
  }
}

/** The same, ready to reckon with. */
export interface Program extends Omit<ProgramData, 'perks'> {
  readonly perks: readonly Perk[]
}

export const programOf = (data: ProgramData): Program => ({
  ...data,
  perks: perksOf({ perks: data.perks, tiers: data.edition.tiers, currency: data.currency }),
})
