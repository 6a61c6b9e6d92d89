import { type AttributeValue, type DynamoDBClient, GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { DRAFTS, type Item, keyOf } from './keys.ts'
import { type Draft, MOST_DRAFT_BYTES, type SeenDraft } from './press.ts'
import type { Change } from './write.ts'

/** Every draft there is, last changed first. */
export async function readDrafts(client: DynamoDBClient, table: string): Promise<Draft[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: DRAFTS } },
    },
  )
  const drafts: Draft[] = []
  for await (const { Items = [] } of pages) drafts.push(...Items.flatMap((item) => draftOf(item) ?? []))
  return drafts.sort((one, other) => other.changedAt - one.changedAt || (one.id < other.id ? -1 : 1))
}

/** Undefined for one that is not there, or not any more. */
export async function readDraft(client: DynamoDBClient, table: string, id: string): Promise<Draft | undefined> {
  const Key = { ...keyOf(DRAFTS, id) }
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))
  return Item && draftOf(Item)
}

/** The draft in place of the version that was `seen` (0: none). Throws a RangeError for one that is too large. */
export function draftWrite(draft: Draft, seen: number, receipt: string): Change {
  const text = JSON.stringify(draft)
  const bytes = Buffer.byteLength(text)
  if (bytes > MOST_DRAFT_BYTES) throw new RangeError(`A draft has up to ${MOST_DRAFT_BYTES} bytes, not ${bytes}.`)
  return change(draft.id, seen, text, receipt, draft.version)
}

/**
 * The end of a draft, thrown away or used up by being published. Its item stays, empty, because nobody may delete from the
 * table; so its id is never anybody else's.
 */
export const draftEnd = ({ id, version }: SeenDraft, receipt: string): Change =>
  change(id, version, '', receipt, version + 1)

function change(id: string, seen: number, draft: string, receipt: string, version: number): Change {
  return {
    ...{ pk: DRAFTS, sk: id },
    set: new Map<string, AttributeValue>([
      ['draft', { S: draft }],
      ['receipt', { S: receipt }],
      ['version', { N: String(version) }],
    ]),
    add: new Map(),
    asSeen: new Map([['version', seen === 0 ? undefined : { N: String(seen) }]]),
  }
}

function draftOf({ draft }: Item): Draft | undefined {
  return draft?.S ? (JSON.parse(draft.S) as Draft) : undefined
}
