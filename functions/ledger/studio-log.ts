import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Item, instantSk, keyOf, STUDIO_LOG } from './keys.ts'
import type { Page } from './ledger.ts'
import { newestFirst } from './newest-first.ts'
import type { LogEntry } from './press.ts'
import { BadCursor } from './refusals.ts'
import type { PutNew } from './write.ts'

/** The most a page holds. */
const MOST_ITEMS = 100

/** A line of the log, to be written together with what it tells of. */
export const logWrite = (entry: Omit<LogEntry, 'id'>): PutNew => ({
  pk: STUDIO_LOG,
  item: { ...keyOf(STUDIO_LOG, instantSk(entry.at, randomUUID())), entry: { S: JSON.stringify(entry) } },
})

/** A page of the log, newest first. Throws a {@link BadCursor}, and a RangeError for a limit that is not 1 to 100. */
export async function readLog(
  client: DynamoDBClient,
  table: string,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | null },
): Promise<Page<LogEntry>> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ITEMS) {
    throw new RangeError(`A page has 1 to ${MOST_ITEMS} items, not ${limit}.`)
  }
  const before = cursor === null ? null : parseCursor(cursor)
  // One more than asked for tells whether there is a next page.
  const entries = (await newestFirst(client, table, STUDIO_LOG, limit + 1, before)).map(entryOf)
  const shown = entries.slice(0, limit)
  return { items: shown, nextCursor: entries.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

/** An entry's id says where it is, so it is the cursor for what comes after it, too. */
const entryOf = ({ sk, entry }: Item): LogEntry => ({
  id: Buffer.from(sk?.S ?? '').toString('base64url'),
  ...(JSON.parse(entry?.S ?? '') as Omit<LogEntry, 'id'>),
})

function parseCursor(cursor: string): string {
  const sk = Buffer.from(cursor, 'base64url').toString()
  if (/^\d{14}:[0-9a-f-]{36}$/.test(sk)) return sk
  throw new BadCursor('The cursor is not one of this list. Leave it out to begin at the newest.')
}
