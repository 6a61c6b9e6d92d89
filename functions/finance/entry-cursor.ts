import { createHash } from 'node:crypto'
import { badCursor } from '#http/page.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'

/** The place after which a page begins: the last entry that was looked at. */
export type EntryPlace = Pick<CostEntry, 'bookedAt' | 'id'>

/** The end of the year 9999, epoch milliseconds: whatever names an instant beyond it was not made here. */
const LATEST = 253_402_300_800_000

/** A place as an opaque cursor. It belongs to one question, which is whatever makes up the list besides the page. */
export function entryCursor({ bookedAt, id }: EntryPlace, question: unknown): string {
  return Buffer.from(JSON.stringify([digestOf(question), bookedAt, id])).toString('base64url')
}

/** The place that a cursor names. Throws a 400 problem for one of another question, or of none. */
export function placeAt(cursor: string, question: unknown): EntryPlace {
  const [digest, bookedAt, id, ...more] = listIn(cursor)
  const isOurs = digest === digestOf(question) && more.length === 0
  const isInstant = Number.isSafeInteger(bookedAt) && Number(bookedAt) >= 0 && Number(bookedAt) < LATEST
  if (!isOurs || !isInstant || typeof id !== 'string' || id.length > 128) {
    throw badCursor('The cursor is not one of this list. Leave it out to begin with the oldest entry.')
  }
  return { bookedAt: Number(bookedAt), id }
}

const digestOf = (question: unknown) =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 8)

function listIn(cursor: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}
