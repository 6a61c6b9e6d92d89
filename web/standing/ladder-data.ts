import type { ProgramDocument } from '#program/document.ts'
import { planWords } from '#program/words/row-words.ts'
import { contextOf, type DocumentTrack, tracksOf } from '../pictures/tracks.ts'

/**
 * What the page knows of the program before anything is fetched; it is written into the page as JSON. What can be put
 * into words beforehand is, so that the script need not know how.
 */
export interface LadderData {
  readonly currency: string
  readonly timeZone: string
  readonly tiers: readonly { readonly id: string; readonly name: string }[]
  /** `words`: with the price, "Fairweather Plus, £49 a year". */
  readonly plans: readonly { readonly id: string; readonly name: string; readonly words: string }[]
  readonly tracks: readonly DocumentTrack[]
}

export function ladderData(document: ProgramDocument): LadderData {
  const context = contextOf(document)
  return {
    currency: document.currency,
    timeZone: document.timeZone,
    tiers: document.tiers.map(({ id, name }) => ({ id, name })),
    plans: context.plans.map(({ id, name }) => ({ id, name, words: planWords(id, context) })),
    tracks: tracksOf(document),
  }
}

/** JSON that cannot end the element it stands in. */
export const inlineJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
