import type { ProgramDocument } from '#program/document.ts'
import { ORDER, type Path } from './tree.ts'

const FIELDS: Readonly<Record<string, string>> = {
  title: 'Title of the draft',
  effectiveFrom: 'In force from',
  explanations: 'Explanation',
  name: 'name',
  headline: 'headline',
  story: 'story',
  alt: 'what the picture shows',
  picture: 'picture',
  qualify: 'how to reach it',
  replaces: 'whose place it takes',
  text: 'description',
  worth: 'worth',
  kind: 'kind',
  price: 'price',
  per: 'how often it is paid',
  period: 'Period of counting',
  months: 'Months that count',
  keep: 'Months that a tier is kept',
  softLanding: 'Soft landing',
  startsIn: 'First month of a period',
  noticeDays: 'Days of notice',
  language: 'Language',
  currency: 'Currency',
  timeZone: 'Time zone',
}

const LISTS: Readonly<Record<string, string>> = {
  tiers: 'tiers',
  perks: 'perks',
  standards: 'promises',
  plans: 'plans',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const fieldWords = (field: string) => (Object.hasOwn(FIELDS, field) ? (FIELDS[field] ?? field) : field)

/** A part of a draft as it is spoken of: "Gold: headline", "Free delivery for Silver". Ids that are gone stay ids. */
export function placeWords(path: Path, ...documents: readonly ProgramDocument[]): string {
  const [first = '', second = '', ...rest] = path
  if (first !== 'document') return capital(fieldWords(first))
  if (second === 'name') return 'Name of the program'
  if (second === 'qualification') return capital(fieldWords(rest[0] ?? second))
  if (second === 'translations') return translationWords(rest, documents)
  return Object.hasOwn(LISTS, second) ? inList([second, ...rest], documents) : capital(fieldWords(second))
}

function translationWords([tag = '', ...path]: Path, documents: readonly ProgramDocument[]): string {
  const language = languageName(tag)
  return path.length === 0 ? language : `${language}: ${inList(path, documents)}`
}

/** "de" → "German". A tag that is none is said as it is. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

function inList([list = '', id, field, ...rest]: Path, documents: readonly ProgramDocument[]): string {
  if (id === undefined) return Object.hasOwn(LISTS, list) ? capital(LISTS[list] ?? list) : 'Name of the program'
  if (list === 'categories') return `Category ${id}`
  if (id === ORDER) return `Order of the ${LISTS[list]}`
  const name = nameOf(list, id, documents)
  if (field === undefined) return name
  if (field === 'terms' && rest[0] !== undefined) return `${name} for ${nameOf('tiers', rest[0], documents)}`
  return `${name}: ${fieldWords(field)}`
}

function nameOf(list: string, id: string, documents: readonly ProgramDocument[]): string {
  for (const document of documents) {
    const things = document[list as 'tiers' | 'perks' | 'standards' | 'plans'] ?? []
    const name = things.find((thing) => thing.id === id)?.name
    if (name) return name
  }
  return id
}
