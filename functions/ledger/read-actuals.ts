import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { formatMonth, type Month, parseMonth } from '#program/month.ts'
import type { StoredActual } from './actual-cost.ts'
import { actualIn } from './actual-item.ts'
import { ACTUAL, type Item, keyOf, PERIOD } from './keys.ts'
import type { Page } from './ledger.ts'
import { periodsOf } from './period.ts'
import { BadCursor } from './refusals.ts'
import type { Database } from './settle.ts'
import { orBusy } from './transient.ts'

export interface AskedActuals {
  readonly limit: number
  readonly cursor: string | null
  /** Only those that have a use, or only those that have none. */
  readonly isMatched?: boolean
}

/** In which months of recording there can be any. */
export interface Months {
  readonly first: Month
  readonly last: Month
}

/** Months, and pages of the index, that one answer goes through. */
const MOST_CALLS = 24
/** Items looked at in one call where only some of them are wanted. */
const LOOKED_AT = 500

/** Where to go on: in a month, after an item of it. */
interface Place {
  readonly month: Month
  readonly after: { readonly recordedAt: string; readonly pk: string } | null
}

/** A page of actual costs, newest first; short, with a cursor, after so many months without any. Throws {@link BadCursor}. */
export async function readActuals(
  database: Pick<Database, 'client' | 'table'>,
  asked: AskedActuals,
  { first, last }: Months,
): Promise<Page<StoredActual>> {
  const items: StoredActual[] = []
  let place: Place = asked.cursor === null ? { month: last, after: null } : parseCursor(asked.cursor)
  for (let call = 0; call < MOST_CALLS && place.month >= first; call++) {
    const { Items = [], LastEvaluatedKey } = await orBusy(pageAt(database, place, asked, asked.limit - items.length))
    const shown = Items.slice(0, asked.limit - items.length)
    items.push(...shown.map(actualIn))
    const rest = shown.length < Items.length ? shown.at(-1) : LastEvaluatedKey
    place = rest ? { month: place.month, after: afterOf(rest) } : { month: place.month - 1, after: null }
    if (items.length === asked.limit) break
  }
  return { items, nextCursor: place.month >= first ? cursorOf(place) : null }
}

function pageAt(
  { client, table }: Pick<Database, 'client' | 'table'>,
  { month, after }: Place,
  { isMatched }: AskedActuals,
  wanted: number,
) {
  const [period = ''] = periodsOf('actuals', month)
  const isOne = isMatched ? 'attribute_exists(#match)' : 'attribute_not_exists(#match)'
  const query: QueryCommandInput = {
    ...{ TableName: table, IndexName: PERIOD, ScanIndexForward: false },
    Limit: isMatched === undefined ? wanted : LOOKED_AT,
    KeyConditionExpression: '#period = :period',
    ExpressionAttributeNames: { '#period': 'period', ...(isMatched !== undefined && { '#match': 'match' }) },
    ExpressionAttributeValues: { ':period': { S: period } },
    ...(isMatched !== undefined && { FilterExpression: isOne }),
    ...(after && {
      ExclusiveStartKey: { ...keyOf(after.pk), period: { S: period }, recordedAt: { N: after.recordedAt } },
    }),
  }
  return client.send(new QueryCommand(query))
}

const afterOf = ({ pk, recordedAt }: Item) => ({ recordedAt: recordedAt?.N ?? '', pk: pk?.S ?? '' })

const cursorOf = ({ month, after }: Place): string =>
  Buffer.from(JSON.stringify([formatMonth(month), after?.recordedAt ?? null, after?.pk ?? null])).toString('base64url')

function parseCursor(cursor: string): Place {
  try {
    const [month, recordedAt, pk] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (recordedAt === null && pk === null) return { month: parseMonth(String(month)), after: null }
    if (typeof recordedAt === 'string' && /^\d{1,15}$/.test(recordedAt) && typeof pk === 'string' && isActual(pk)) {
      return { month: parseMonth(String(month)), after: { recordedAt, pk } }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError)) throw error
  }
  throw new BadCursor('The cursor is not one of this list. Leave it out to begin at the newest.')
}

const isActual = (pk: string) => pk.startsWith(ACTUAL) && Buffer.byteLength(pk) <= MAX_KEY_BYTES

/** The most bytes a key may have. */
const MAX_KEY_BYTES = 2048
