import type { PerkDocument, PerkTerms } from '#program/document.ts'
import { type Edit, inDocument } from './content.ts'
import { changed, withKey, withNew, without, withoutKey, withText } from './things.ts'
import { forgetTranslations } from './translation-edits.ts'

const inPerk = (id: string, change: (perk: PerkDocument) => PerkDocument): Edit =>
  inDocument((document) => ({ ...document, perks: changed(document.perks, id, change) }))

export const changePerk = (id: string, set: Partial<Pick<PerkDocument, 'name' | 'kind' | 'worth'>>): Edit =>
  inPerk(id, (perk) => ({ ...perk, ...set }))

export const describePerk = (id: string, text: string): Edit => inPerk(id, (perk) => withText(perk, 'text', text))

/** A cell of the table: terms of the tier's own, or null for whatever the tier below it has. */
export const setTerms = (id: string, tier: string, terms: PerkTerms | null): Edit =>
  inPerk(id, (perk) => ({
    ...perk,
    terms: terms === null ? withoutKey(perk.terms, tier) : withKey(perk.terms, tier, terms),
  }))

export const addPerk = (perk: PerkDocument): Edit =>
  inDocument((document) => ({ ...document, perks: withNew(document.perks, perk) }))

export const removePerk = (id: string): Edit =>
  inDocument((document) => forgetTranslations({ ...document, perks: without(document.perks, id) }, 'perks', id))
