import { compareCodePoints } from '#program/code-points.ts'
import type { Month } from '#program/month.ts'
import { eachItem } from './each-item.ts'
import { type Item, PERIOD } from './keys.ts'
import { type PeriodKind, periodsOf } from './period.ts'
import { quickPages } from './quick-pages.ts'
import type { Database } from './settle.ts'

/** Where an entry stands among those of its month. */
export interface Listed<T> {
  /** Epoch milliseconds of recording. */
  readonly recordedAt: number
  /** Decides between equal instants, by code point. */
  readonly name: string
  readonly value: T
}

/** Reads an item as what is listed; `name` has to be unique in the month. */
export type ReadListed<T> = (item: Item) => Omit<Listed<T>, 'recordedAt'>

/** A page of every shard is in memory at once; larger ones would not be read faster. */
const ITEMS_IN_PAGE = 500

/**
 * What was booked in a month, by instant of recording, then by name, from `from` (epoch milliseconds) on. The shards of the
 * index are read side by side and merged, so that one page of each is in memory. Throws Busy.
 */
export async function* listed<T>(
  database: Pick<Database, 'client' | 'table'>,
  month: Month,
  kinds: readonly PeriodKind[],
  read: ReadListed<T>,
  from = 0,
): AsyncGenerator<T> {
  const shards = kinds.flatMap((kind) => periodsOf(kind, month))
  const streams = shards.map((shard) => inOrder(itemsOf(database, shard, from), read))
  // Each shard's first page is asked for at once.
  const heads = await Promise.all(streams.map(async (stream) => ({ stream, next: await stream.next() })))
  for (;;) {
    const [first, ...others] = heads.flatMap((head) => (head.next.done ? [] : [{ head, one: head.next.value }]))
    if (!first) return
    const least = others.reduce((best, other) => (compareListed(other.one, best.one) < 0 ? other : best), first)
    yield least.one.value
    least.head.next = await least.head.stream.next()
  }
}

const compareListed = <T>(one: Listed<T>, other: Listed<T>): number =>
  one.recordedAt - other.recordedAt || compareCodePoints(one.name, other.name)

/** The index sorts by instant alone: those of one instant are sorted here, when the next instant has come. */
async function* inOrder<T>(items: AsyncIterable<Item>, read: ReadListed<T>): AsyncGenerator<Listed<T>, undefined> {
  let alike: Listed<T>[] = []
  for await (const item of items) {
    const one = { recordedAt: Number(item.recordedAt?.N), ...read(item) }
    if (alike[0] && alike[0].recordedAt !== one.recordedAt) {
      yield* alike.sort(compareListed)
      alike = []
    }
    alike.push(one)
  }
  yield* alike.sort(compareListed)
}

function itemsOf({ client, table }: Pick<Database, 'client' | 'table'>, period: string, from: number) {
  const pages = quickPages(client, {
    TableName: table,
    IndexName: PERIOD,
    KeyConditionExpression: '#period = :period AND recordedAt >= :from',
    ExpressionAttributeNames: { '#period': 'period' },
    ExpressionAttributeValues: { ':period': { S: period }, ':from': { N: String(from) } },
    Limit: ITEMS_IN_PAGE,
  })
  return eachItem(pages)
}
