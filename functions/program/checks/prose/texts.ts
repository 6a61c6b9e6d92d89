import type { ProgramDocument, TierWords } from '../../document.ts'
import { place } from '../finding.ts'

/** A text of the document and where it stands. */
export interface Text {
  readonly at: string
  readonly text: string
  readonly field: 'headline' | 'story' | 'text'
}

/**
 * Headlines, stories and what is said of perks, in every language. Standards are not among them: what they say is not told
 * of a rule, it is the rule.
 */
export function textsOf({ tiers, perks, translations = {} }: ProgramDocument): Text[] {
  const translated = Object.entries(translations).flatMap(([tag, words]) => [
    ...Object.entries(words.tiers ?? {}).flatMap(([id, tier]) =>
      tierTexts(tier, place('translations', tag, 'tiers', id)),
    ),
    ...Object.entries(words.perks ?? {}).flatMap(([id, { text }]) =>
      textAt('text', text, place('translations', tag, 'perks', id)),
    ),
  ])
  return [
    ...tiers.flatMap((tier, rank) => tierTexts(tier, place('tiers', rank))),
    ...perks.flatMap(({ text }, index) => textAt('text', text, place('perks', index))),
    ...translated,
  ]
}

const tierTexts = ({ headline, story }: Pick<TierWords, 'headline' | 'story'>, at: string): Text[] => [
  ...textAt('headline', headline, at),
  ...textAt('story', story, at),
]

const textAt = (field: Text['field'], text: string | undefined, at: string): Text[] =>
  text === undefined ? [] : [{ at: at + place(field), text, field }]
