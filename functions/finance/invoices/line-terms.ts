import type { Program } from '#ledger/ledger.ts'
import type { LineTerms } from './read-line.ts'

/** Clocks differ: a line may come from this far ahead. */
const AHEAD_MS = 10 * 60_000

/** What the lines of an invoice are read by: the program's currency, and every perk that it has or had. */
export function lineTerms(
  { published }: Pick<Program, 'published'>,
  invoice: { readonly source: string; readonly perk?: string | undefined; readonly currency: string },
  now: number,
): LineTerms {
  const perks = new Set(published.flatMap(({ document }) => document.perks.map(({ id }) => id)))
  return { ...invoice, perks, latest: now + AHEAD_MS }
}
