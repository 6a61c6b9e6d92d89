import { whyNotRecordable } from '#ledger/recordable.ts'
import type { LedgerEvent } from '#program/event.ts'
import type { Line, Rejected, Rejection } from './row-reading.ts'

/** An event and the rows it was made from. */
export interface Gathered {
  readonly event: LedgerEvent
  readonly rows: readonly number[]
  /** Those of them whose time the clock showed twice or never. */
  readonly oddClock: readonly { readonly row: number; readonly clock: 'repeated' | 'skipped' }[]
}

export type Gathering = { readonly kind: 'event'; readonly gathered: Gathered } | Rejected

type Part = { readonly kind: 'line'; readonly line: Line } | Rejected

/**
 * Makes one event of its rows: amounts and units are summed, the earliest time counts. All rows or none: with one of them
 * rejected, all are.
 */
export function gather(source: string, parts: readonly Part[]): readonly Gathering[] {
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [part.line] : []))
  const rejected = parts.filter((part) => part.kind === 'rejected')
  const reject = (reason: Rejection, detail: string): Gathering[] => [
    ...rejected,
    ...lines.map(({ row, id }): Rejected => ({ kind: 'rejected', row, id, reason, detail })),
  ]
  const [first] = lines
  const [fault] = rejected
  if (!first) return rejected
  if (fault) return reject('part-rejected', `row ${fault.row}`)
  const odd = lines.find((line) => !belongsWith(first, line))
  if (odd) return reject('parts-disagree', `${first.id}: rows ${first.row} and ${odd.row}`)
  const event = eventOf(source, first, lines)
  if (event.amountMinor < 0 || event.units < 0) return reject('wrong-sign', first.id)
  const unfit = whyNotRecordable(event)
  if (unfit) return reject('too-large', unfit)
  const oddClock = lines.flatMap(({ row, clock }) => (clock === 'once' ? [] : [{ row, clock }]))
  return [{ kind: 'event', gathered: { event, rows: lines.map(({ row }) => row), oddClock } }]
}

const belongsWith = (one: Line, other: Line) =>
  one.subject === other.subject && one.type === other.type && one.purchase === other.purchase

function eventOf(source: string, { type, id, subject, purchase, units }: Line, lines: readonly Line[]) {
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0)
  const happened = { source, id, subject, time: Math.min(...lines.map(({ time }) => time)) }
  const amountMinor = sum((line) => line.amountMinor)
  // A row without a column for units is a piece bought, but says nothing about pieces brought back (standing.md).
  const pieces = units === undefined ? (type === 'purchase' ? 1 : 0) : sum((line) => line.units ?? 0)
  if (type === 'purchase') return { ...happened, type, amountMinor, units: pieces }
  return { ...happened, type, amountMinor, units: pieces, ...(purchase !== undefined && { purchase }) }
}
