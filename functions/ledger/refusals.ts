import { randomUUID } from 'node:crypto'
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { type Item, instantSk, keyOf, REFUSAL_MONTHS, refusalsPk } from './keys.ts'
import type { Page, Refusal } from './ledger.ts'
import { newestFirst } from './newest-first.ts'

/** The most a page holds. */
const MOST_ITEMS = 100
/** An item holds 400 kB; an event that is larger than this, as JSON in bytes, is described instead of kept. */
const MOST_BYTES = 300_000

/** A cursor that this ledger did not give out. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor'
}

/** Keeps an event that was not stored. Refusals of a month (UTC) share a partition, and the month is noted first. */
export async function keepRefusal(client: DynamoDBClient, table: string, refusal: Omit<Refusal, 'id'>): Promise<void> {
  const month = monthOf(refusal.at)
  const { at, outcome, sender, code } = refusal
  await client.send(new PutItemCommand({ TableName: table, Item: { ...keyOf(REFUSAL_MONTHS, month) } }))
  const item: Item = {
    ...keyOf(refusalsPk(month), instantSk(at, randomUUID())),
    at: { N: String(at) },
    outcome: { S: outcome },
    sender: { S: sender },
    code: { S: code },
    ...kept(refusal),
  }
  await client.send(new PutItemCommand({ TableName: table, Item: item }))
}

function kept({ detail, event }: Omit<Refusal, 'id'>): Item {
  const text = JSON.stringify(event) ?? 'null'
  const bytes = Buffer.byteLength(text)
  if (bytes <= MOST_BYTES) return { detail: { S: detail }, event: { S: text } }
  return { detail: { S: `${detail} (The event, ${bytes} bytes, is too large to be kept.)` }, event: { S: 'null' } }
}

/** A page of refusals, newest first. Throws a {@link BadCursor}, and a RangeError for a limit that is not 1 to 100. */
export async function readRefusals(
  client: DynamoDBClient,
  table: string,
  page: { readonly limit: number; readonly cursor: string | null },
): Promise<Page<Refusal>> {
  if (!Number.isInteger(page.limit) || page.limit < 1 || page.limit > MOST_ITEMS) {
    throw new RangeError(`A page has 1 to ${MOST_ITEMS} items, not ${page.limit}.`)
  }
  const after = page.cursor === null ? null : parseCursor(page.cursor)
  // One more than asked for tells whether there is a next page.
  const wanted = page.limit + 1
  const items: Refusal[] = []
  const months = await newestFirst(client, table, REFUSAL_MONTHS, 1000, after ? `${after.month}~` : null)
  for (const month of months.map(({ sk }) => sk?.S ?? '')) {
    const before = after?.month === month ? after.sk : null
    items.push(...(await newestFirst(client, table, refusalsPk(month), wanted - items.length, before)).map(refusalOf))
    if (items.length === wanted) break
  }
  const shown = items.slice(0, page.limit)
  return { items: shown, nextCursor: items.length === wanted ? (shown.at(-1)?.id ?? null) : null }
}

/** One refusal by its id; undefined for what is no refusal's id. */
export async function readRefusal(client: DynamoDBClient, table: string, id: string): Promise<Refusal | undefined> {
  const place = placeOf(id)
  if (!place) return undefined
  const key = keyOf(refusalsPk(place.month), place.sk)
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }))
  return Item && refusalOf(Item)
}

function refusalOf(item: Item): Refusal {
  return {
    id: cursorOf(item),
    at: Number(item.at?.N),
    outcome: item.outcome?.S === 'conflict' ? 'conflict' : 'rejected',
    sender: item.sender?.S ?? '',
    code: item.code?.S ?? '',
    detail: item.detail?.S ?? '',
    event: JSON.parse(item.event?.S ?? 'null'),
  }
}

/** A refusal's id says where it is, so it is the cursor for what comes after it, too. */
const cursorOf = ({ sk }: Item) => Buffer.from(sk?.S ?? '').toString('base64url')

function parseCursor(cursor: string): Place {
  const place = placeOf(cursor)
  if (place) return place
  throw new BadCursor('The cursor is not one of this list. Leave it out to begin at the newest.')
}

interface Place {
  readonly month: string
  readonly sk: string
}

function placeOf(id: string): Place | undefined {
  const sk = Buffer.from(id, 'base64url').toString()
  const at = /^(\d{14}):[0-9a-f-]{36}$/.exec(sk)?.[1]
  return at === undefined ? undefined : { month: monthOf(Number(at)), sk }
}

/** Refusals are kept by month in UTC. */
const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7)
