import { type DynamoDBClient, GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { compareCodePoints } from '#program/code-points.ts'
import { entryOf, refundsByMember, refundsIn } from './entry-item.ts'
import { ENTRY, type Item, keyOf } from './keys.ts'
import type { OpenRefund, Page } from './ledger.ts'
import { BadCursor } from './refusals.ts'

/** How often a page reads on (a megabyte each time) before it is handed out with fewer items than were asked for. */
const MOST_READS = 8

/** Where a page ended: behind this many of the rows of this item. */
interface Place {
  readonly pk: string
  readonly sk: string
  readonly rows: number
}

/** A row, or none where one reading ended, and the place behind it. */
interface Step {
  readonly refund?: OpenRefund
  readonly place: Place
}

/** See {@link Ledger.openRefunds}. Throws a {@link BadCursor} for a cursor that is none of this list. */
export async function readOpenRefunds(
  client: DynamoDBClient,
  table: string,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | null },
): Promise<Page<OpenRefund>> {
  const items: OpenRefund[] = []
  let reads = 0
  for await (const { refund, place } of walk(client, table, cursor === null ? null : parseCursor(cursor))) {
    if (refund) items.push(refund)
    else reads++
    if (items.length === limit || reads === MOST_READS) return { items, nextCursor: formatCursor(place) }
  }
  return { items, nextCursor: null }
}

async function* walk(client: DynamoDBClient, table: string, from: Place | null): AsyncGenerator<Step> {
  let start: Item | undefined
  if (from) {
    start = { ...keyOf(from.pk, from.sk) }
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: start }))
    yield* stepsAt(Item ?? start).slice(from.rows)
  }
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'begins_with(pk, :entry)',
        ExpressionAttributeValues: { ':entry': { S: ENTRY } },
        ExclusiveStartKey: start,
      }),
    )
    for (const item of Items) yield* stepsAt(item)
    start = LastEvaluatedKey
    if (start) yield { place: { ...keyTexts(start), rows: Number.MAX_SAFE_INTEGER } }
  } while (start)
}

/** The item's open refunds, by member; nothing for items that are no entries. */
function stepsAt(item: Item): Step[] {
  const { pk, sk } = keyTexts(item)
  if (!pk.startsWith(ENTRY)) return []
  const members = [...refundsByMember(item).keys()].sort(compareCodePoints)
  return members
    .map((member) => openRefund(item, member))
    .filter(isOpen)
    .map((refund, index) => ({ refund, place: { pk, sk, rows: index + 1 } }))
}

/** Only refunds of the purchase's own member take anything from it (trust.md, I18). */
function openRefund(item: Item, member: string): OpenRefund {
  const [source, purchase] = JSON.parse(keyTexts(item).pk.slice(ENTRY.length)) as [string, string]
  const received = refundsIn(refundsByMember(item).get(member))
  const entry = entryOf(item)
  const bought = entry?.type === 'purchase' && entry.subject === member ? entry : { amountMinor: 0, units: 0 }
  const reason = !entry ? 'purchase_not_arrived' : 'type' in bought ? 'more_than_was_left' : 'not_a_purchase'
  const applied = {
    amountMinor: Math.min(received.amountMinor, bought.amountMinor),
    units: Math.min(received.units, bought.units),
  }
  return { member, source, purchase, reason, received, applied }
}

const isOpen = ({ received, applied }: OpenRefund) =>
  received.amountMinor > applied.amountMinor || received.units > applied.units

const keyTexts = (item: Item) => ({ pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' })

const formatCursor = ({ pk, sk, rows }: Place) => Buffer.from(JSON.stringify([pk, sk, rows])).toString('base64url')

function parseCursor(cursor: string): Place {
  try {
    const [pk, sk, rows] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (isKeyText(pk) && isKeyText(sk) && Number.isSafeInteger(rows)) return { pk, sk, rows: Number(rows) }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
  }
  throw new BadCursor('The cursor is not one of this list. Leave it out to begin with the first page.')
}

const isKeyText = (text: unknown): text is string =>
  typeof text === 'string' && text !== '' && text.isWellFormed() && Buffer.byteLength(text) <= 1024
