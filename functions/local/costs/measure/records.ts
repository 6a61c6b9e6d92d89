import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { entryColumns } from '#analytics/entry-columns.ts'
import { keepRecords } from '#analytics/keep-records.ts'
import { takeCensus } from '#finance/census.ts'
import { memberWriteIn } from '#herald/member-write.ts'
import { turnOf } from '#herald/month-turn.ts'
import { writeChanges } from '#herald/write-changes.ts'
import type { Booked } from '#ledger/books.ts'
import type { MemberCase } from '#ledger/impact-book.ts'
import { type Item, MEMBER } from '#ledger/keys.ts'
import type { MemberRecord } from '#ledger/ledger.ts'
import { leafMaker } from '#ledger/seal/leaf.ts'
import { sealedEntries } from '#ledger/seal/sealed-entries.ts'
import { demoEditions } from '#local/demo-program.ts'
import { editionOf } from '#program/edition.ts'
import { comparisonOf } from '#program/impact/comparison.ts'
import { memberImpact } from '#program/impact/member-impact.ts'
import { monthOf } from '#program/zone.ts'
import { cpuOf } from './cpu-of.ts'
import { type House, NOW } from './house.ts'
import type { Times } from './measured.ts'

/** As many as the stream hands to a function at once. */
const BATCH = 1000
const ROUNDS = 10
const ZONE = 'Europe/London'

/** A record of the stream: an entry, kept in a file with many; and a member, looked at for another tier. */
export async function recordTimes({ plain, table }: House): Promise<Times['record']> {
  const { Items = [] } = await plain.send(new ScanCommand({ TableName: table }))
  const kept = recordsOf(Items.filter(({ period }) => period !== undefined))
  const told = recordsOf(Items.filter(({ pk }) => pk?.S?.startsWith(MEMBER)))
  const columns = entryColumns({ pseudonym: (member) => member.padEnd(34, '0'), monthOf: (at) => monthOf(at, ZONE) })
  const editions = await rules()
  const refuse = (error: unknown) => {
    throw error
  }
  let bytes = 0
  const put = async (_: string, file: Uint8Array) => {
    bytes += file.length
  }
  await keepRecords(kept, { columns, put, report: refuse })
  const fileBytes = Math.round(bytes / kept.length)
  const keeping = await cpuOf(ROUNDS, () => keepRecords(kept, { columns, put, report: refuse }))
  const telling = await cpuOf(ROUNDS, async () =>
    told.map((record) => {
      const write = memberWriteIn(record, ZONE)
      return write && writeChanges(write, editions)
    }),
  )
  return {
    keptMicroseconds: Math.round(keeping / kept.length),
    toldMicroseconds: Math.round(telling / told.length),
    fileBytes,
  }
}

/** As the stream brings them, all of one month, as nearly all are. */
function recordsOf(items: readonly Item[]) {
  return Array.from({ length: BATCH }, (_, number) => {
    const item = items[number % items.length] ?? {}
    const NewImage = item.period ? { ...item, period: { S: '2026-06.0' } } : item
    const Keys = { ...(item.pk && { pk: item.pk }), ...(item.sk && { sk: item.sk }) }
    const common = { ApproximateCreationDateTime: NOW / 1000, SequenceNumber: String(number) }
    return { eventID: String(number), dynamodb: { ...common, Keys, NewImage, OldImage: NewImage } }
  })
}

/** A member, by what was read of them: at the turn of a month, under other rules, and for finance. */
export async function memberTimes(
  cases: readonly MemberCase[],
  members: readonly MemberRecord[],
): Promise<Times['member']> {
  const [editions, published] = [await rules(), await demoEditions()]
  const next = { ...published.at(-1), edition: 3, effectiveFrom: '2026-09' } as (typeof published)[number]
  const comparison = comparisonOf(published, next)
  const month = monthOf(NOW, ZONE)
  const question = { period: { from: month - 11, to: month }, editions, perks: [], at: NOW }
  const turning = await cpuOf(ROUNDS, async () => cases.map(({ id, sums }) => turnOf(id, sums, editions, month)))
  const forecasting = await cpuOf(ROUNDS, async () =>
    cases.map(({ sums, uses }) => memberImpact(sums, uses, comparison)),
  )
  const counting = await cpuOf(ROUNDS, () => takeCensus(each(members), question))
  return {
    turnedMicroseconds: Math.round(turning / cases.length),
    forecastMicroseconds: Math.round(forecasting / cases.length),
    countedMicroseconds: Math.round(counting / members.length),
  }
}

/** An entry, when its month is sealed. */
export async function entryTimes(entries: readonly Booked[]): Promise<Times['entry']> {
  const sealing = await cpuOf(ROUNDS, async () => {
    const sealed = sealedEntries(each(entries), leafMaker(new Uint8Array(32).fill(7)))
    for await (const _ of sealed.content);
    return [sealed.hashes(), sealed.sums()]
  })
  return { sealedMicroseconds: Math.round(sealing / entries.length) }
}

async function* each<T>(things: readonly T[]): AsyncGenerator<T> {
  yield* things
}

const rules = async () => (await demoEditions()).map(({ document, ...dated }) => editionOf({ ...document, ...dated }))
