import { canonicalJson } from '../canonical-json.ts'
import type { ProgramDocument } from '../document.ts'

/** `words` are revised at once; `rules` change with an edition, on the first of a month (program.md, "Words at once"). */
export type KindOfChange = 'nothing' | 'words' | 'rules'

/** What a document changes in another one. */
export function kindOfChange(before: ProgramDocument, after: ProgramDocument): KindOfChange {
  if (canonicalJson(before) === canonicalJson(after)) return 'nothing'
  return canonicalJson(rulesIn(before)) === canonicalJson(rulesIn(after)) ? 'words' : 'rules'
}

/** The document without names, headlines, stories, texts, pictures and translations. */
function rulesIn({
  name: _name,
  language: _language,
  translations: _translations,
  ...rules
}: ProgramDocument): unknown {
  return {
    ...rules,
    standards: rules.standards.map(({ id }) => id),
    tiers: rules.tiers.map(({ name: _, headline: _headline, story: _story, picture: _picture, ...tier }) => tier),
    plans: rules.plans?.map(({ name: _, ...plan }) => plan),
    perks: rules.perks.map(({ name: _, text: _text, ...perk }) => perk),
  }
}
