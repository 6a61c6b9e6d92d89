import { type DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { entryPk, type Item, keyOf, memberPk } from '#ledger/keys.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { itemSize, transactionWriteUnits } from '#local/costs/measure/item-size.ts'
import type { Purchase } from '#program/event.ts'
import { type Bed, onBed } from './bed.ts'
import type { Figure } from './figure.ts'
import { mediansInTurn } from './interleaved.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const MONTHS = 24
const ENTRIES = 10_000
const ROUNDS = 600

interface Watched extends Bed {
  readonly ledger: Ledger
  /** What the calls since the last asking came to. */
  readonly calls: () => { readonly count: number; readonly readUnits: number }
}

/** The ledger's figures on a database of its own: purchases and reads against the bare SDK in the same run. */
export const ledgerFigures = (): Promise<readonly Figure[]> =>
  onBed(async ({ client, plain, table }) => {
    const ledger = openLedger({ client, table, now: () => NOW, timeZone: 'Europe/London' })
    const bulk = await recordMany(ledger)
    const watched = { client, plain, table, ledger, calls: countCalls(client) }
    return [...(await purchaseFigures(watched)), ...(await readFigures(watched)), ...bulk]
  })

/** Purchases spread over two years, the latest this month. */
function purchase(member: string, number: number): Purchase {
  const time = Date.UTC(2026, 5 - (number % MONTHS), 10)
  return { type: 'purchase', source: member, id: `o-${number}`, subject: member, time, amountMinor: 5_990, units: 3 }
}

const purchases = (member: string, count: number) =>
  Array.from({ length: count }, (_, number) => purchase(member, number))

async function recordMany(ledger: Ledger): Promise<Figure[]> {
  const start = performance.now()
  await ledger.record(purchases('m-many', ENTRIES))
  const oneMember = performance.now()
  const lives = Array.from({ length: 100 }, (_, member) => purchases(`m-${member}`, ENTRIES / 100)).flat()
  await ledger.record(lives)
  const manyMembers = performance.now()
  await ledger.record([...purchases('m-one', 1), ...purchases('m-two-years', MONTHS)])
  await ledger.record(purchases('m-busy', ENTRIES).map((busy) => ({ ...busy, time: Date.UTC(2026, 5, 10) })))
  const perSecond = (ms: number) => Math.round(ENTRIES / (ms / 1000))
  return [
    { what: `bulk: ${ENTRIES} purchases of one member`, value: perSecond(oneMember - start), unit: 'events/s' },
    { what: `bulk: ${ENTRIES} purchases of 100 members`, value: perSecond(manyMembers - oneMember), unit: 'events/s' },
  ]
}

async function purchaseFigures(bed: Watched): Promise<Figure[]> {
  const { plain, table, ledger, calls } = bed
  const put = (item: Item) => ({ Put: { TableName: table, Item: item } })
  const bare = (...items: Item[]) => plain.send(new TransactWriteItemsCommand({ TransactItems: items.map(put) }))
  const tiny = (pk: string) => ({ ...keyOf(pk), value: { N: '1' } })
  // An entry is in two indexes, which the embedded database writes before it answers.
  const indexed = {
    ...{ member: { S: 'tiny' }, time: { N: '1' }, period: { S: 'tiny' }, recordedAt: { N: '1' } },
  }
  const sold = { ...purchase('m-two-years', 0), id: 'counted' }
  calls()
  await ledger.record([sold])
  const trips = calls().count
  const entry = await read(bed, entryPk(sold))
  const member = await read(bed, memberPk('m-two-years'))
  const medians = await mediansInTurn(ROUNDS, {
    tiny: (round) => bare({ ...tiny(`tiny:${round}`), ...indexed }, tiny('tiny')),
    alike: (round) => bare({ ...entry, ...keyOf(`alike:${round}`) }, { ...member, ...keyOf('alike') }),
    first: (round) => ledger.record([{ ...purchase('m-one', 0), id: `bench-${round}` }]),
    later: (round) => ledger.record([{ ...purchase('m-two-years', round), id: `bench-${round}` }]),
  })
  const sizes = [itemSize(entry), itemSize(member)]
  const against = (what: string) => `purchase: p50 against a bare transaction of ${what}`
  return [
    { what: against(`two items alike, ${MONTHS} months`), ...ratio(medians.later / medians.alike, 1.2) },
    { what: against('two tiny items, first month'), ...ratio(medians.first / medians.tiny, 1.2) },
    { what: against(`two tiny items, ${MONTHS} months`), ...ratio(medians.later / medians.tiny) },
    { what: 'purchase: p50', value: round3(medians.later), unit: 'ms' },
    { what: 'purchase: round trips', value: trips, unit: '', atMost: 1 },
    { what: `purchase: write units, ${MONTHS} months`, value: transactionWriteUnits(sizes), unit: '', atMost: 4 },
    {
      what: 'purchase: write units of its two indexes, besides',
      value: 2 * Math.ceil(itemSize(entry) / 1024),
      unit: '',
    },
  ]
}

async function read({ client, table }: Watched, pk: string): Promise<Item> {
  const { Item = {} } = await client.send(new GetItemCommand({ TableName: table, Key: { ...keyOf(pk) } }))
  return Item
}

async function readFigures(bed: Watched): Promise<Figure[]> {
  const { plain, table, ledger, calls } = bed
  const bare = (member: string) =>
    plain.send(new GetItemCommand({ TableName: table, Key: { ...keyOf(memberPk(member)) } }))
  const medians = await mediansInTurn(ROUNDS * 3, {
    bareOne: () => bare('m-one'),
    one: () => ledger.member('m-one'),
    busy: () => ledger.member('m-busy'),
    bareMany: () => bare('m-many'),
    many: () => ledger.member('m-many'),
  })
  const cost = async (member: string) => {
    calls()
    await ledger.member(member)
    return calls()
  }
  const [one, many] = [await cost('m-one'), await cost('m-many')]
  const size = itemSize(await read(bed, memberPk('m-many')))
  return [
    { what: 'member read: p50 against a bare GetItem, 1 entry', ...ratio(medians.one / medians.bareOne, 1.15) },
    {
      what: `member read: p50 against a bare GetItem, ${ENTRIES} entries`,
      ...ratio(medians.many / medians.bareMany, 1.15),
    },
    { what: `member read: p50 at ${ENTRIES} entries of a month against 1`, ...ratio(medians.busy / medians.one, 1.05) },
    {
      what: `member read: p50 at ${ENTRIES} entries of ${MONTHS} months against 1`,
      ...ratio(medians.many / medians.one),
    },
    { what: `bare GetItem: p50 of that item against that of 1 entry`, ...ratio(medians.bareMany / medians.bareOne) },
    { what: 'member read: p50, 1 entry', value: round3(medians.one), unit: 'ms' },
    { what: `member item: size at ${ENTRIES} entries of ${MONTHS} months`, value: size, unit: 'bytes' },
    { what: 'member read: calls', value: Math.max(one.count, many.count), unit: '', atMost: 1 },
    { what: 'member read: read units, 1 entry', value: one.readUnits, unit: '', atMost: 0.5 },
    { what: `member read: read units, ${ENTRIES} entries`, value: many.readUnits, unit: '', atMost: 0.5 },
  ]
}

/** Counts calls, and asks what each cost. */
function countCalls(client: DynamoDBClient): Watched['calls'] {
  let count = 0
  let readUnits = 0
  client.middlewareStack.add(
    (next) => async (args) => {
      count++
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
      const { ConsumedCapacity: consumed } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } }
      readUnits += consumed?.CapacityUnits ?? 0
      return answer
    },
    { step: 'initialize', name: 'countCalls' },
  )
  return () => {
    const since = { count, readUnits }
    count = 0
    readUnits = 0
    return since
  }
}

const round3 = (value: number) => Math.round(value * 1000) / 1000
const ratio = (value: number, atMost?: number) => ({
  ...{ value: round3(value), unit: '×' },
  ...(atMost !== undefined && { atMost }),
})
