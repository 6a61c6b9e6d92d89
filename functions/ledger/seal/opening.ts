import { hash } from 'node:crypto'

/**
 * What a leaf says without showing it. Each purpose has a salt of its own, which follows from the entry's and does not lead
 * back to it, so whoever is shown one learns nothing about the other; and without its salt nobody can try values out.
 */
export type Purpose = 'personal' | 'finance'

/** Values that were committed to, with the salt that shows that it was to those. */
export interface Opening {
  /** Hexadecimal. */
  readonly salt: string
  readonly values: Readonly<Record<string, string | number>>
}

/** Shows some values of an entry, whose own salt is given: the purpose's is SHA-256 of the JSON array of both. */
export function openingOf(purpose: Purpose, salt: string, values: Opening['values']): Opening {
  return { salt: hash('sha256', JSON.stringify([salt, purpose])), values }
}

/** What stands in the leaf: SHA-256, hexadecimal, of the JSON array of salt and values. */
export function commitmentTo({ salt, values }: Opening): string {
  return hash('sha256', JSON.stringify([salt, values]))
}
