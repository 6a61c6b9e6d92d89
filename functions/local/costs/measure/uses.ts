import { ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Booked } from '#ledger/books.ts'
import { type Item, MEMBER, REDEMPTION } from '#ledger/keys.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openPress } from '#ledger/open-press.ts'
import { differencesOf } from '#ledger/seal/differences-of.ts'
import { tableSchema } from '#ledger/table.ts'
import { parseMonth } from '#program/month.ts'
import { type Cookies, doOnce } from './ask.ts'
import { heard } from './heard.ts'
import { type House, NOW, openHouse } from './house.ts'
import { itemSize } from './item-size.ts'
import { type KeptItem, KINDS_KEPT, type PieceUse, type Uses } from './measured.ts'
import { MEMBERS, PIECES, type Piece, personIn } from './piece.ts'
import { settleIn } from './settle-in.ts'
import { watched } from './watched.ts'
import { projected } from './write-units.ts'

/** Does every piece of work once in a house of its own and counts: the same on every machine and day. */
export async function measureUses(): Promise<Uses> {
  const house = await openHouse(() => personIn(0))
  try {
    await settleIn(house)
    const kept = await keptItems(house)
    const asked = watched(house.client, house.plain, house.table)
    const cookies: Cookies = new Map()
    await heard(() => doOnce(house, 'signIn', 0, cookies))
    const pieces: Partial<Record<Piece, PieceUse>> = {}
    for (const piece of PIECES) {
      // The first has to read the editions, and writes of a cold start.
      await heard(() => doOnce(house, piece, 0, cookies))
      asked()
      const { answer, bytes } = await heard(() => doOnce(house, piece, 1, cookies))
      pieces[piece] = { ...answer, ...asked(), logBytes: bytes }
    }
    asked()
    await allCases(house)
    const forecastReadUnits = perOne(asked().readUnits, MEMBERS)
    const entries = await bookedEntries(house)
    await differencesOf(openBooks({ ...house, now: () => NOW }), MONTH, { currency: 'GBP', now: () => NOW })
    const closingReadUnits = perOne(asked().readUnits, entries.length)
    house.ledger.reread()
    await house.ledger.program()
    const editionsReadUnits = asked().readUnits
    return { pieces: pieces as Uses['pieces'], kept, forecastReadUnits, closingReadUnits, editionsReadUnits }
  } finally {
    await house.close()
  }
}

const perOne = (units: number, count: number) => Math.round((units / count) * 1000) / 1000

/** The month in which everything in the house was booked. */
const MONTH = parseMonth('2026-06')

/** All entries of the house, as closing a month reads them. */
export async function bookedEntries({ client, table }: Pick<House, 'client' | 'table'>): Promise<readonly Booked[]> {
  const entries: Booked[] = []
  for await (const entry of openBooks({ client, table, now: () => NOW }).booked(MONTH)) entries.push(entry)
  return entries
}

/** Every member with their uses, as an impact reads them. */
export async function allCases({ client, table }: Pick<House, 'client' | 'table'>) {
  const { impacts } = openPress({ client, table, now: () => NOW })
  const cases = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof impacts.cases>> = await impacts.cases(cursor, 0, 'Europe/London')
    cases.push(...page.cases)
    cursor = page.cursor
  } while (cursor !== null)
  return cases
}

/** What AWS counts for each item that it keeps, and for each copy of it in an index, besides its attributes. */
const OVERHEAD = 100

const KIND_OF: Readonly<Record<(typeof KINDS_KEPT)[number], (pk: string, item: Item) => boolean>> = {
  member: (pk) => pk.startsWith(MEMBER),
  address: (pk) => pk.startsWith('email:'),
  purchase: (_, { type }) => type?.S === 'purchase',
  use: (pk) => pk.startsWith(REDEMPTION),
}

/** The mean of each kind. */
async function keptItems({ plain, table }: House): Promise<Uses['kept']> {
  const { Items = [] } = await plain.send(new ScanCommand({ TableName: table }))
  const kept: Partial<Record<(typeof KINDS_KEPT)[number], KeptItem>> = {}
  for (const kind of KINDS_KEPT) {
    const items = Items.filter((item) => KIND_OF[kind](item.pk?.S ?? '', item))
    const mean = (sizes: readonly number[]) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / items.length)
    kept[kind] = {
      tableBytes: mean(items.map((item) => OVERHEAD + itemSize(item))),
      indexBytes: mean(items.map(indexBytesOf)),
    }
  }
  return kept as Uses['kept']
}

function indexBytesOf(item: Item): number {
  return tableSchema.GlobalSecondaryIndexes.reduce((sum, index) => {
    const copy = projected(index, item)
    return copy ? sum + OVERHEAD + itemSize(copy) : sum
  }, 0)
}
