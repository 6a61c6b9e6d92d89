import type { ActualOutcome, Unmatched } from '#ledger/actual-cost.ts'
import type { InvoiceLine } from './read-invoice.ts'

/** What became of the lines of an invoice, or would. */
export interface Tally {
  readonly rows: number
  readonly matched: number
  readonly duplicate: number
  readonly unmatched: readonly { readonly row: number; readonly id: string; readonly reason: Unmatched }[]
  /** Lines whose id was reported before with other content. */
  readonly conflicts: readonly InvoiceLine[]
  /** Lines that are not known to be stored. */
  readonly retry: number
  /** Of all lines, in minor units. */
  readonly amountMinor: number
  /** Of the lines that were matched now. */
  readonly trueUpMinor: number
}

/** Counts the outcomes, which stand in the order of the lines. */
export function tallyOf(lines: readonly InvoiceLine[], outcomes: readonly ActualOutcome[]): Tally {
  const withOutcome = lines.map((line, at) => ({ line, outcome: outcomes[at] ?? ({ kind: 'retry' } as const) }))
  const count = (kind: ActualOutcome['kind']) => withOutcome.filter(({ outcome }) => outcome.kind === kind).length
  return {
    rows: lines.length,
    matched: count('matched'),
    duplicate: count('duplicate'),
    unmatched: withOutcome.flatMap(({ line: { row, actual }, outcome }) =>
      outcome.kind === 'unmatched' ? [{ row, id: actual.id, reason: outcome.reason }] : [],
    ),
    conflicts: withOutcome.flatMap(({ line, outcome }) => (outcome.kind === 'conflict' ? [line] : [])),
    retry: count('retry'),
    amountMinor: lines.reduce((sum, { actual }) => sum + actual.amountMinor, 0),
    trueUpMinor: withOutcome.reduce((sum, { outcome }) => sum + trueUpIn(outcome), 0),
  }
}

const trueUpIn = (outcome: ActualOutcome) => (outcome.kind === 'matched' ? outcome.trueUpMinor : 0)
