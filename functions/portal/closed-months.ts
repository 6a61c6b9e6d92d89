import type { Books } from '#ledger/books.ts'
import type { Closing } from '#ledger/closing.ts'
import type { Archive } from '#ledger/seal/archive.ts'
import type { Month } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'

/** The closed months, of which members can have proofs. */
export interface ClosedMonths {
  readonly books: Pick<Books, 'closings'>
  readonly archive: Archive
  /** The key of the pseudonyms, at least 32 bytes. */
  readonly key: Uint8Array
}

/** Finds the closing that covers what was recorded at an instant (epoch milliseconds). */
export async function closingAt(
  closed: ClosedMonths | undefined,
  timeZone: string,
): Promise<(recordedAt: number) => Closing | undefined> {
  const closings = new Map<Month, Closing>((await closed?.books.closings())?.map((one) => [one.month, one]))
  return (recordedAt) => closings.get(monthOf(recordedAt, timeZone))
}
