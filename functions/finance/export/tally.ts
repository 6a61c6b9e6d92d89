import type { CostEntry } from '#ledger/cost-entry.ts'

/** How many entries, and what they come to in minor units. */
export interface Sum {
  readonly rows: number
  readonly costMinor: number
}

/** What control totals are made of, counted while the entries pass by. */
export interface Tally {
  readonly total: Sum
  readonly byKind: ReadonlyMap<string, Sum>
  readonly byPerk: ReadonlyMap<string, Sum>
  /** The lowest and the highest edition; null while there is no entry. */
  readonly editions: { readonly first: number; readonly last: number } | null
  /** Instants of booking, epoch milliseconds. */
  readonly events: { readonly first: number; readonly last: number } | null
}

/** Passes entries on and counts them; `tally` says how far it has come. */
export function tallied(entries: AsyncIterable<CostEntry>): {
  readonly entries: AsyncIterable<CostEntry>
  readonly tally: () => Tally
} {
  const byKind = new Map<string, Sum>()
  const byPerk = new Map<string, Sum>()
  let total: Sum = { rows: 0, costMinor: 0 }
  let editions: Tally['editions'] = null
  let events: Tally['events'] = null
  async function* counted() {
    for await (const entry of entries) {
      total = more(total, entry)
      byKind.set(entry.kind, more(byKind.get(entry.kind), entry))
      byPerk.set(entry.perk, more(byPerk.get(entry.perk), entry))
      editions = wider(editions, entry.edition)
      events = wider(events, entry.bookedAt)
      yield entry
    }
  }
  return { entries: counted(), tally: () => ({ total, byKind, byPerk, editions, events }) }
}

const more = (sum: Sum = { rows: 0, costMinor: 0 }, { costMinor }: CostEntry): Sum => ({
  rows: sum.rows + 1,
  costMinor: sum.costMinor + costMinor,
})

const wider = (range: { first: number; last: number } | null, value: number) =>
  range === null
    ? { first: value, last: value }
    : { first: Math.min(range.first, value), last: Math.max(range.last, value) }
