import { paginateQuery } from '@aws-sdk/client-dynamodb'
import { compareCodePoints } from '#program/code-points.ts'
import { formatMonth, type Month } from '#program/month.ts'
import { bookedIn, costEntryIn } from './booked.ts'
import type { Booked } from './books.ts'
import type { CostEntry, CostTotal, Period } from './cost-entry.ts'
import { COST_PARTS, costTotalIn } from './cost-total.ts'
import { allItems } from './each-item.ts'
import { costsPk, HISTORY, type Item, redemptionPk, reversalPk, TRUE_UP } from './keys.ts'
import { listed } from './listed.ts'
import { readItems } from './read-items.ts'
import { isRedemptionId } from './redemption-id.ts'
import type { Database } from './settle.ts'
import { sumTotals } from './sum-totals.ts'

/** What reading the cost ledger needs from outside. */
export interface CostReader extends Database {
  readonly monthOf: (time: number) => Month
}

/** See {@link Books.costTotals}: one call a partition, and one more for each megabyte beyond the first. */
export async function costTotals(database: Database, { from, to }: Period): Promise<readonly CostTotal[]> {
  if (from > to) return []
  const parts = Array.from({ length: COST_PARTS }, (_, part) => totalsIn(database, costsPk(part), { from, to }))
  return [...sumTotals((await Promise.all(parts)).flat().map(costTotalIn)).values()]
}

async function totalsIn({ client, table }: Database, pk: string, { from, to }: Period): Promise<readonly Item[]> {
  // What follows the month in a key begins with a bracket, which is below this.
  const values = { ':pk': { S: pk }, ':from': { S: formatMonth(from) }, ':to': { S: `${formatMonth(to)}~` } }
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: values,
    },
  )
  return allItems(pages)
}

/** See {@link Books.costEntries}. */
export async function* costEntries(
  reader: CostReader,
  { from, to }: Period,
  after?: Pick<CostEntry, 'bookedAt' | 'id'>,
): AsyncGenerator<CostEntry> {
  const begin = after ? Math.max(from, reader.monthOf(after.bookedAt)) : from
  for (let month = begin; month <= to; month++) {
    const read = (item: Item) => {
      const value = costEntryIn(item, reader.monthOf)
      return { name: value?.id ?? '', value }
    }
    for await (const entry of listed(reader, month, ['costs'], read, after?.bookedAt)) {
      if (entry && (!after || isAfter(entry, after))) yield entry
    }
  }
}

const isAfter = (one: CostEntry, other: Pick<CostEntry, 'bookedAt' | 'id'>) => compareCostEntries(one, other) > 0

const compareCostEntries = (
  one: Pick<CostEntry, 'bookedAt' | 'id'>,
  other: Pick<CostEntry, 'bookedAt' | 'id'>,
): number => one.bookedAt - other.bookedAt || compareCodePoints(one.id, other.id)

/** See {@link Books.booked}. */
export async function* booked(reader: CostReader, month: Month): AsyncGenerator<Booked> {
  const read = (item: Item) => ({ name: item.pk?.S ?? '', value: bookedIn(item) })
  yield* listed(reader, month, ['costs', 'actuals', 'events'], read)
}

/** See {@link Books.costEntriesOf}. */
export async function costEntriesOf(reader: CostReader, redemption: string): Promise<readonly CostEntry[]> {
  if (!isRedemptionId(redemption)) return []
  const pks = [redemptionPk(redemption), reversalPk(redemption)]
  const items = await readItems(reader.client, reader.table, new Set(pks), reader.patience)
  const [used, reversed] = pks.map((pk) => items.get(pk))
  const [use, reversal] = [used, reversed].map((item) => item && costEntryOf(item, reader))
  const one = use ?? reversal
  if (!one) return []
  const trueUps = await trueUpsOf(reader, one)
  return [use, reversal, ...trueUps].filter((entry) => entry !== undefined && entry !== null).sort(compareCostEntries)
}

/** Undefined for a refused attempt, which is no entry. */
const costEntryOf = (item: Item, { monthOf }: CostReader) =>
  item.type?.S === 'refused' ? undefined : costEntryIn(item, monthOf)

/** Among what the member's index has since the use. */
async function trueUpsOf({ client, table, monthOf }: CostReader, use: CostEntry): Promise<readonly CostEntry[]> {
  const { member, usedAt, redemption } = use
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      IndexName: HISTORY,
      KeyConditionExpression: '#member = :member AND #time >= :since',
      FilterExpression: 'redemption = :use AND begins_with(pk, :trueUp)',
      ExpressionAttributeNames: { '#member': 'member', '#time': 'time' },
      ExpressionAttributeValues: {
        ...{ ':member': { S: member }, ':since': { N: String(usedAt) }, ':use': { S: redemption } },
        ':trueUp': { S: TRUE_UP },
      },
    },
  )
  return (await allItems(pages)).flatMap((item) => costEntryIn(item, monthOf) ?? [])
}
