import { canonicalJson } from '../canonical-json.ts'
import type { ProgramDocument } from '../document.ts'
import { andWords } from '../words/list-words.ts'

/**
 * What is worded in another way, thing by thing, for those who edit: "Gold: the headline and the story are changed." Rules,
 * and whatever came or went, are told by `changesOf`; languages, once each.
 */
export function wordChanges(before: ProgramDocument, after: ProgramDocument): readonly string[] {
  return [
    ...(before.name === after.name ? [] : [`The program is called “${after.name}” instead of “${before.name}”.`]),
    ...inBoth(before.tiers, after.tiers, ['headline', 'story', 'picture']),
    ...inBoth(before.perks, after.perks, ['text']),
    ...inBoth(before.plans ?? [], after.plans ?? [], []),
    ...inBoth(before.standards, after.standards, ['text']),
    ...languageChanges(before, after),
  ]
}

interface Named {
  readonly id: string
  readonly name: string
}

/** The fields of what is there before and after, in its order. */
function inBoth<T extends Named>(before: readonly T[], after: readonly T[], fields: readonly (keyof T & string)[]) {
  return after.flatMap((now) => {
    const old = before.find(({ id }) => id === now.id)
    if (!old) return []
    const renamed = old.name === now.name ? [] : [`${old.name} is called ${now.name}.`]
    const reworded = fields.filter((field) => isOther(old[field], now[field])).map((field) => `the ${field}`)
    if (reworded.length === 0) return renamed
    return [...renamed, `${now.name}: ${andWords(reworded)} ${reworded.length === 1 ? 'is' : 'are'} changed.`]
  })
}

function languageChanges(before: ProgramDocument, after: ProgramDocument): string[] {
  const [was, is] = [before.translations ?? {}, after.translations ?? {}]
  const [own, other] = [before.language ?? 'en', after.language ?? 'en']
  return [
    ...(own === other ? [] : [`The document itself is in “${other}” instead of “${own}”.`]),
    ...Object.keys(is).flatMap((tag) => {
      if (!Object.hasOwn(was, tag)) return [`There are words in “${tag}”.`]
      return isOther(was[tag], is[tag]) ? [`The words in “${tag}” are changed.`] : []
    }),
    ...Object.keys(was).flatMap((tag) => (Object.hasOwn(is, tag) ? [] : [`There are no words in “${tag}” any more.`])),
  ]
}

/** A text that is left out and an empty one are the same to whoever reads the page. */
const isOther = (one: unknown, other: unknown) => canonicalJson(one || null) !== canonicalJson(other || null)
