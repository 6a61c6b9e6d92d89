import type { ProgramDocument, Translation } from '../document.ts'
import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

/** Every word of the document in every language, and none of what is not there. */
export function checkTranslations({ document }: Subject): Finding[] {
  const wordings = wordsOf(document)
  return Object.entries(document.translations ?? {}).flatMap(([tag, translation]) => {
    const at = place('translations', tag)
    return [...missing(translation, wordings, at), ...strangers(translation, wordings, at)]
  })
}

type List = 'standards' | 'tiers' | 'plans' | 'perks'
const LISTS: readonly List[] = ['standards', 'tiers', 'plans', 'perks']

/**
 * What there is to translate: by list and id, the fields that have words; and what categories are called. What the program,
 * a tier or a plan is called is a name of its own: one that is not translated is the same in all languages.
 */
interface Wordings {
  readonly lists: Readonly<Record<List, ReadonlyMap<string, readonly string[]>>>
  readonly categories: ReadonlySet<string>
}

function wordsOf({ standards, tiers, plans = [], perks }: ProgramDocument): Wordings {
  const terms = perks.flatMap((perk) => Object.values(perk.terms))
  return {
    lists: {
      standards: new Map(standards.map(({ id }) => [id, ['name', 'text']])),
      tiers: new Map(
        tiers.map(({ id, headline, story, picture }) => [
          id,
          [...(headline ? ['headline'] : []), ...(story ? ['story'] : []), ...(picture?.alt ? ['alt'] : [])],
        ]),
      ),
      plans: new Map(plans.map(({ id }) => [id, []])),
      perks: new Map(perks.map(({ id, text }) => [id, ['name', ...(text ? ['text'] : [])]])),
    },
    categories: new Set(terms.flatMap(({ categories = [] }) => categories)),
  }
}

function missing(translation: Translation, { lists, categories }: Wordings, at: string): Finding[] {
  const inLists = LISTS.flatMap((list) =>
    [...lists[list]].flatMap(([id, fields]) =>
      fields
        .filter((field) => !isSaid(own(own(translation[list], id), field)))
        .map((field) => at + place(list, id, field)),
    ),
  )
  const unnamed = [...categories].filter((category) => !isSaid(own(translation.categories, category)))
  return [...inLists, ...unnamed.map((category) => at + place('categories', category))].map(untranslated)
}

function strangers(translation: Translation, { lists, categories }: Wordings, at: string): Finding[] {
  const inLists = LISTS.flatMap((list) =>
    Object.keys(translation[list] ?? {})
      .filter((id) => !lists[list].has(id))
      .map((id) => stranger(at + place(list, id), id)),
  )
  const others = Object.keys(translation.categories ?? {}).filter((category) => !categories.has(category))
  return [...inLists, ...others.map((category) => stranger(at + place('categories', category), category))]
}

/** An id may be "constructor": only what the document itself says counts. */
const own = (record: object | undefined, key: string): object | undefined =>
  record && Object.hasOwn(record, key) ? (record as Record<string, object>)[key] : undefined

const isSaid = (text: unknown): boolean => typeof text === 'string' && text.trim() !== ''

const untranslated = (at: string): Finding => ({
  ...{ kind: 'warning', place: at, code: 'no_translation' },
  message: 'This has not been translated; the words of the document itself are shown.',
  mend: 'Write it in this language, or the same word if it is the same there.',
})

const stranger = (at: string, id: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'unknown_id' },
  message: `The document has no "${id}" that this could translate.`,
  mend: 'Take it out, or use the id that it has in the document.',
})
