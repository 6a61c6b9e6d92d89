import type { PerkDocument, Picture, RowDocument, TierDocument } from '#program/document.ts'
import { type Edit, inDocument } from './content.ts'
import { changed, withKey, withNew, without, withoutKey, withText } from './things.ts'
import { forgetTranslations } from './translation-edits.ts'

const inTier = (id: string, change: (tier: TierDocument) => TierDocument): Edit =>
  inDocument((document) => ({ ...document, tiers: changed(document.tiers, id, change) }))

export const callTier = (id: string, name: string): Edit => inTier(id, (tier) => ({ ...tier, name }))

export const sayOfTier = (id: string, what: 'headline' | 'story', text: string): Edit =>
  inTier(id, (tier) => withText(tier, what, text))

export const showPicture = (id: string, picture: Picture | null): Edit =>
  inTier(id, ({ picture: _, ...tier }) => (picture ? { ...tier, picture } : tier))

/** Puts a way of qualifying in the place of another, or at the end. */
export const setWay = (id: string, index: number, row: RowDocument): Edit =>
  inTier(id, (tier) => ({ ...tier, qualify: (tier.qualify ?? []).toSpliced(index, 1, row) }))

export const removeWay = (id: string, index: number): Edit =>
  inTier(id, ({ qualify = [], ...tier }) => {
    const left = qualify.toSpliced(index, 1)
    return left.length > 0 ? { ...tier, qualify: left } : tier
  })

/** `rank` is the place of the new tier, from 1: nobody comes before the tier that everybody holds. */
export const addTier = (tier: TierDocument, rank: number): Edit =>
  inDocument((document) => ({ ...document, tiers: withNew(document.tiers, tier, Math.max(1, rank)) }))

/**
 * Takes a tier out. Its heir takes over whoever holds it, and everybody whom it had taken over. The tiers above keep the
 * terms of perks that they had from it.
 */
export const removeTier = (id: string, heir: string): Edit =>
  inDocument((document) => {
    const gone = document.tiers.find((tier) => tier.id === id)
    if (!gone || id === heir || !document.tiers.some((tier) => tier.id === heir)) return document
    const above = document.tiers[document.tiers.indexOf(gone) + 1]?.id
    const tiers = changed(without(document.tiers, id), heir, (tier) => ({
      ...tier,
      replaces: [...new Set([...(tier.replaces ?? []), ...(gone.replaces ?? []), id])],
    }))
    const perks = document.perks.map((perk) => ({ ...perk, terms: handedUp(perk.terms, id, above) }))
    return forgetTranslations({ ...document, tiers, perks }, 'tiers', id)
  })

function handedUp(terms: PerkDocument['terms'], from: string, to: string | undefined): PerkDocument['terms'] {
  const own = Object.hasOwn(terms, from) ? terms[from] : undefined
  const rest = withoutKey(terms, from)
  return own === undefined || to === undefined || Object.hasOwn(rest, to) ? rest : withKey(rest, to, own)
}
