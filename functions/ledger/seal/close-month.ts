import { randomUUID } from 'node:crypto'
import { formatMonth, type Month } from '#program/month.ts'
import type { Books } from '../books.ts'
import type { Closing } from '../closing.ts'
import type { Program } from '../ledger.ts'
import type { Archive, ArchivedMonth, ArchiveFile } from './archive.ts'
import { type Checkpoint, checkpointDigest, signCheckpoint, trustedCheckpoint } from './checkpoint.ts'
import { mergedKeys } from './keys-file.ts'
import { leafMaker } from './leaf.ts'
import { type ClosablePeriod, closableAt, closablePeriods } from './periods.ts'
import { sealedEntries } from './sealed-entries.ts'
import type { Signer } from './signer.ts'

/** What makes a month's seal, and keeps it. */
export interface Sealing {
  readonly archive: Archive
  readonly signer: Signer
  /** The key of the pseudonyms, at least 32 bytes. */
  readonly key: Uint8Array
}

export interface Closer extends Sealing {
  readonly books: Pick<Books, 'booked' | 'closings' | 'close'>
  readonly program: Program
  /** Where a month's totals and its entries differ, in words; none when they agree. */
  readonly differences: (month: Month) => Promise<readonly string[]>
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * What closing a month came to. Nothing was closed but by `closed`. `overtaken`: somebody else closed it meanwhile.
 * `unknown`: nothing had been booked up to its end.
 */
export type Closed =
  | { readonly kind: 'closed' | 'already_closed' | 'overtaken'; readonly closing: Closing }
  | { readonly kind: 'not_over'; readonly closable: number }
  | { readonly kind: 'not_next'; readonly next: Month }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'does_not_add_up'; readonly differences: readonly string[] }

/**
 * Closes a month for good: reconciles it, archives its entries, signs their root and enters the closing in the books. Until
 * that last step nothing is closed, so whoever is interrupted closes again; of two at once the books let one win.
 */
export async function closeMonth(closer: Closer, month: Month, by: string): Promise<Closed> {
  const { books, program, now } = closer
  const at = now()
  const periods = await closablePeriods(books, program, at)
  const period = periods.find((one) => one.month === month)
  if (!period) return beyond(program, month, at)
  if (period.closing) return { kind: 'already_closed', closing: period.closing }
  if (period.state === 'open') return { kind: 'not_over', closable: period.closable }
  if (period.state === 'waiting') return { kind: 'not_next', next: nextOf(periods) }
  const differences = await closer.differences(month)
  if (differences.length > 0) return { kind: 'does_not_add_up', differences }
  const closing = await seal(closer, month, by, periods.find((one) => one.month === month - 1)?.closing)
  if (await books.close(closing)) return { kind: 'closed', closing }
  const stands = (await books.closings()).find((one) => one.month === month)
  if (!stands) throw new Error(`The books refused to close ${formatMonth(month)}, and it is not closed.`)
  // A first try whose answer was lost meets itself.
  return { kind: stands.checkpoint === closing.checkpoint ? 'closed' : 'overtaken', closing: stands }
}

/** A month before the first entry, or one that lies ahead. */
function beyond({ rules }: Program, month: Month, now: number): Closed {
  const closable = rules[0] ? closableAt(month, rules[0].timeZone) : 0
  return now < closable ? { kind: 'not_over', closable } : { kind: 'unknown' }
}

const nextOf = (periods: readonly ClosablePeriod[]): Month =>
  Math.min(...periods.filter(({ closing }) => !closing).map(({ month }) => month))

/** Archives a month under a name of its own, which its checkpoint has. */
async function seal(closer: Closer, month: Month, by: string, before: Closing | undefined): Promise<Closing> {
  const { books, archive, signer, key, program, now } = closer
  const [name, attempt] = [formatMonth(month), randomUUID()]
  const put = (file: ArchiveFile, content: Uint8Array | string) => archive.put(name, attempt, file, piece(content))
  const entries = sealedEntries(books.booked(month), leafMaker(key))
  await archive.put(name, attempt, 'entries.jsonl', entries.content)
  await put('hashes.bin', entries.hashes())
  const closedAt = now()
  const checkpoint: Checkpoint = {
    ...{ program: program.published[0]?.document.id ?? '', month: name, ...entries.sums() },
    previous: before ? { month: formatMonth(before.month), sha256: checkpointDigest(before.checkpoint) } : null,
    ...{ closedAt: new Date(closedAt).toISOString(), archive: attempt },
  }
  const jws = await signCheckpoint(checkpoint, signer)
  if (before) await put('previous.jws', before.checkpoint)
  await put('keys.json', await mergedKeys(signer, before && archivedMonth(archive, before)))
  await put('checkpoint.jws', jws)
  return { month, closedAt, closedBy: by, size: checkpoint.size, checkpoint: jws }
}

/** What is kept of a closed month. */
export function archivedMonth(archive: Archive, { checkpoint }: Closing): ArchivedMonth {
  const { month, archive: attempt } = trustedCheckpoint(checkpoint)
  return archive.month(month, attempt)
}

async function* piece(content: Uint8Array | string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content)
  if (bytes.length > 0) yield bytes
}
