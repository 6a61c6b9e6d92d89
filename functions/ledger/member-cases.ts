import { type AttributeValue, paginateQuery, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { PastUse } from '#program/impact/decide-again.ts'
import { monthOf } from '#program/zone.ts'
import type { CasePage, MemberCase } from './impact-book.ts'
import { inParallel } from './in-parallel.ts'
import { HISTORY, type Item, MEMBER, REDEMPTION, REVERSAL } from './keys.ts'
import { memberRecord } from './member-item.ts'
import { redemptionIn, reversalIn } from './redemption-item.ts'
import type { Database } from './settle.ts'
import { orBusy } from './transient.ts'

/** The table is gone through in equal parts, one after the other: what is done of them tells how far one is. */
const SEGMENTS = 16
/** Items looked at in one call; so many members at most, whose list has to fit into one item. */
const MOST_ITEMS = 500
const QUERIES_AT_ONCE = 16

interface Place {
  readonly segment: number
  /** The last key that was seen in the segment; null at its beginning. */
  readonly key: Record<string, AttributeValue> | null
}

/** See {@link ImpactBook.cases}. Members of whom nothing was recorded, such as people of the staff, are left out. */
export async function readCases(
  database: Database,
  cursor: string | null,
  since: number,
  timeZone: string,
): Promise<CasePage> {
  const { segment, key }: Place = cursor === null ? { segment: 0, key: null } : JSON.parse(cursor)
  const { Items = [], LastEvaluatedKey } = await orBusy(
    database.client.send(
      new ScanCommand({
        TableName: database.table,
        Segment: segment,
        TotalSegments: SEGMENTS,
        Limit: MOST_ITEMS,
        FilterExpression: 'begins_with(pk, :member) AND entries > :none',
        ExpressionAttributeValues: { ':member': { S: MEMBER }, ':none': { N: '0' } },
        ...(key && { ExclusiveStartKey: key }),
      }),
    ),
  )
  const cases: MemberCase[] = []
  await inParallel(QUERIES_AT_ONCE, Items, async (item) => {
    cases.push(await caseOf(database, item, since, timeZone))
  })
  const next = nextPlace(segment, LastEvaluatedKey)
  const done = LastEvaluatedKey ? segment : segment + 1
  return { cases, cursor: next && JSON.stringify(next), share: done / SEGMENTS }
}

function nextPlace(segment: number, key: Record<string, AttributeValue> | undefined): Place | null {
  if (key) return { segment, key }
  return segment + 1 < SEGMENTS ? { segment: segment + 1, key: null } : null
}

async function caseOf(database: Database, item: Item, since: number, timeZone: string): Promise<MemberCase> {
  const id = item.pk?.S?.slice(MEMBER.length) ?? ''
  const { sums, redemptions } = memberRecord(id, item, (time) => monthOf(time, timeZone))
  return { id, sums, uses: redemptions > 0 ? await usesSince(database, id, since) : [] }
}

/** The uses that stand, ascending by instant. The index may lag a moment behind, which a forecast can bear. */
async function usesSince({ client, table }: Database, member: string, since: number): Promise<PastUse[]> {
  const uses = new Map<string, PastUse>()
  const takenBack = new Set<string>()
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      IndexName: HISTORY,
      KeyConditionExpression: '#member = :member AND #time >= :since',
      ExpressionAttributeNames: { '#member': 'member', '#time': 'time' },
      ExpressionAttributeValues: { ':member': { S: member }, ':since': { N: String(since) } },
    },
  )
  for await (const item of eachOf(pages)) {
    const pk = item.pk?.S ?? ''
    if (pk.startsWith(REVERSAL)) takenBack.add(reversalIn(item).redemption)
    if (!pk.startsWith(REDEMPTION)) continue
    const use = redemptionIn(item)
    if (use.kind === 'redemption') uses.set(use.id, use)
  }
  return [...uses].filter(([id]) => !takenBack.has(id)).map(([, use]) => use)
}

async function* eachOf(pages: AsyncIterable<{ readonly Items?: Item[] | undefined }>): AsyncGenerator<Item> {
  const read = pages[Symbol.asyncIterator]()
  for (;;) {
    const { value, done } = await orBusy(read.next())
    if (done) return
    yield* value.Items ?? []
  }
}
