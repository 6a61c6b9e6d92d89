import { monthWords } from '#program/words/date-words.ts'
import type { Dimension } from './costs-screen.ts'
import { nameIn, type ProgramNames } from './program.ts'
import type { Fields } from './query.ts'

/** "November 2026", "January to November 2026", "December 2025 to November 2026". */
export function periodWords(from: string, to: string): string {
  if (from === to) return monthWords(to)
  const first = monthWords(from)
  const start = from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first
  return `${start} to ${monthWords(to)}`
}

/** "Nov 26": a month where there is little room. */
export const shortMonth = (month: string): string => `${monthWords(month).slice(0, 3)} ${month.slice(2, 4)}`

/** What a view is narrowed to, in words: "Free delivery, Gold, edition 3". Empty where it is not. */
export function narrowedWords(fields: Fields, program: ProgramNames): string {
  return [
    fields.perk && nameIn(program.perks, fields.perk),
    fields.tier && nameIn(program.tiers, fields.tier),
    fields.edition && `edition ${fields.edition}`,
    fields.source,
    fields.kind && KIND_WORDS[fields.kind],
  ]
    .filter(Boolean)
    .join(', ')
}

/** What kinds of entries there are, more than one of them. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  use: 'uses only',
  reversal: 'reversals only',
  'true-up': 'true-ups only',
}

/** What a dimension says of a row, as it is read. */
export function dimensionWords(name: Dimension, value: string, program: ProgramNames): string {
  switch (name) {
    case 'perk':
      return nameIn(program.perks, value)
    case 'tier':
      return nameIn(program.tiers, value)
    case 'month':
      return monthWords(value)
    case 'edition':
      return `Edition ${value}`
    case 'source':
      return value
    default:
      return name satisfies never
  }
}

export const aboutWords = (from: string, to: string, fields: Fields, program: ProgramNames): string =>
  [periodWords(from, to), narrowedWords(fields, program)].filter((words) => words !== '').join(' · ')
