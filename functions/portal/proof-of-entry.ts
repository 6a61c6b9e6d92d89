import type { Booked } from '#ledger/books.ts'
import type { Closing } from '#ledger/closing.ts'
import { archivedMonth } from '#ledger/seal/close-month.ts'
import { leafMaker } from '#ledger/seal/leaf.ts'
import { type Proof, proofOf } from '#ledger/seal/proof.ts'
import type { ClosedMonths } from './closed-months.ts'

/** The proof that an entry is in the month of a closing; undefined when the archive lacks it. */
export function proofOfEntry(
  entry: Booked,
  closing: Closing,
  { archive, key }: ClosedMonths,
): Promise<Proof | undefined> {
  return proofOf(archivedMonth(archive, closing), leafMaker(key)(entry), closing.checkpoint)
}
