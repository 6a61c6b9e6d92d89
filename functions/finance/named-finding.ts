import type { Books } from '#ledger/books.ts'
import { bookedId } from '#ledger/seal/booked-id.ts'
import type { Finding } from '#ledger/seal/finding.ts'
import type { Month } from '#program/month.ts'

/** An archive knows an entry that was dropped by its hash alone; the books still know its id. */
export async function namedFinding(
  books: Pick<Books, 'booked'>,
  month: Month,
  finding: Finding | null,
): Promise<Finding | null> {
  if (finding?.what !== 'entry_dropped' || finding.entry !== null || finding.place === null) return finding
  let place = 0
  for await (const booked of books.booked(month)) {
    place++
    if (place === finding.place) return { ...finding, entry: bookedId(booked) }
  }
  return finding
}
