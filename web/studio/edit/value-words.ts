import type { PerkTerms, Picture, ProgramDocument, RowDocument } from '#program/document.ts'
import { monthWords } from '#program/words/date-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import { rowWords } from '#program/words/row-words.ts'
import { termsWords } from '#program/words/terms-words.ts'
import { contextOf } from '../../pictures/tracks.ts'
import type { Path } from './tree.ts'

/** What stands in a part of a draft, for reading; whatever cannot be worded is shown as it was typed. */
export function valueWords(path: Path, value: unknown, document: ProgramDocument): string {
  if (value === undefined || value === null) return nothingWords(path)
  const field = path.at(-1)
  if (path.at(-2) === 'terms') return termsLine(value as PerkTerms, document)
  if (field === 'qualify') return (value as readonly RowDocument[]).map((row) => wayWords(row, document)).join('; or ')
  if (field === 'picture') return `“${(value as Picture).alt}”`
  if (field === 'effectiveFrom') return monthLine(String(value))
  if (field === 'worth' || field === 'price') return amountWords(String(value), document.currency)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object') return String((value as { readonly name?: string }).name ?? 'there')
  return value === '' ? 'nothing' : String(value)
}

const nothingWords = (path: Path) => (path.at(-2) === 'terms' ? 'as the tier below it' : 'nothing')

const monthLine = (month: string) => (/^\d{4}-\d{2}$/.test(month) ? monthWords(month) : month)

const IS_AMOUNT = /^\d+(?:\.\d+)?$/

/** An amount in words; what is none yet stays as it was typed. */
export const amountWords = (text: string, currency: string): string =>
  IS_AMOUNT.test(text) && /^[A-Z]{3}$/.test(currency) ? moneyWords(text, currency) : text

/** A way of qualifying, also one that is being written: with what was typed where it is no amount yet. */
export function wayWords(row: RowDocument, document: ProgramDocument): string {
  const amounts = [row.spend, row.lifetimeSpend, row.balance].filter((text) => text !== undefined)
  if (Object.keys(row).length === 0) return 'Asks for nothing yet'
  if (amounts.every((text) => IS_AMOUNT.test(text))) return rowWords(row, contextOf(document))
  return Object.values(row).join(', ')
}

/** The terms in a cell, also ones that are being written. */
export const termsLine = (terms: PerkTerms, { currency }: ProgramDocument): string =>
  terms.over === undefined || IS_AMOUNT.test(terms.over)
    ? termsWords(terms, currency)
    : [terms.over, ...(terms.categories ?? [])].join(', ')
