import { trustedCheckpoint } from '#ledger/seal/checkpoint.ts'
import { closeMonth } from '#ledger/seal/close-month.ts'
import type { Signer } from '#ledger/seal/signer.ts'
import { bought, closerOf, MAY, memoryBooks } from './booked-months.ts'
import type { Files } from './memory-archive.ts'

export const SIX = [0, 1, 2, 3, 4, 5].map(bought)

/** May as it was closed, after an April of one entry. */
export async function closedMay(entries = SIX): Promise<{ files: Files; signer: Signer }> {
  const books = memoryBooks(
    new Map([
      [MAY - 1, [bought(9)]],
      [MAY, entries],
    ]),
  )
  const closer = closerOf(books)
  await closeMonth(closer, MAY - 1, 'finn')
  await closeMonth(closer, MAY, 'finn')
  const closing = (await books.closings()).at(-1)
  const { month, archive } = trustedCheckpoint(closing?.checkpoint ?? '')
  const files = closer.archive.kept.get(`${month}/${archive}`)
  if (!files) throw new Error('May was not archived.')
  return { files: new Map(files), signer: closer.signer }
}

export const linesIn = (files: Files) => String(files.get('entries.jsonl')).split('\n').slice(0, -1)
export const withLines = (files: Files, lines: readonly string[]): Files =>
  new Map(files).set('entries.jsonl', Buffer.from(lines.map((line) => `${line}\n`).join('')))

export const changed = (line = '') => line.replace('"shop-1', '"shop-2').replace('shop-1', 'shop-2')
export const line = (lines: readonly string[], place: number) => lines[place - 1] ?? ''
