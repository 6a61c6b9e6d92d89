import type { CostEntry } from '#ledger/cost-entry.ts'
import type { EntryPlace } from './entry-cursor.ts'

/** Entries looked at for one page: a question that hardly any entry answers must not go through all of them at once. */
const MOST_LOOKED_AT = 5000

export interface EntryPage {
  readonly items: readonly CostEntry[]
  /** Where the next page begins; null on the last one. */
  readonly next: EntryPlace | null
}

/**
 * The first entries that are asked about, at most `limit` of them. It can be fewer, even none, with more to come, when few
 * of those looked at were.
 */
export async function entryPage(
  entries: AsyncIterable<CostEntry>,
  isWanted: (entry: CostEntry) => boolean,
  limit: number,
): Promise<EntryPage> {
  const items: CostEntry[] = []
  let lookedAt = 0
  let last: EntryPlace | null = null
  for await (const entry of entries) {
    if (items.length === limit || lookedAt === MOST_LOOKED_AT) return { items, next: last }
    lookedAt++
    if (isWanted(entry)) items.push(entry)
    last = { bookedAt: entry.bookedAt, id: entry.id }
  }
  return { items, next: null }
}
