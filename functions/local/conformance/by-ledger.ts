import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { identityOf, type LedgerEvent } from '#program/event.ts'
import { fold } from '#program/fold.ts'
import { NOTHING } from '#program/sums.ts'
import { type Random, randomOf } from '../demo-data/random.ts'
import type { SumsAsOf } from './run.ts'
import type { Vector } from './vector.ts'

/** Where the cases of a run are recorded: one table for all of them. */
export interface Bench {
  readonly client: DynamoDBClient
  readonly table: string
  /** Decides how the events are shuffled and cut into batches. */
  readonly seed: number
}

const MOST_IN_BATCH = 7

/**
 * The sums of a case by the real ledger: every event is recorded in shuffled batches and asked for in two ways, as folded
 * from the entries of the past, and as kept in the member's item (of a second member where later events must not count).
 */
export async function byLedger({ client, table, seed }: Bench, vector: Vector, number: number): Promise<SumsAsOf> {
  const timeZone = vector.editions[0]?.timeZone ?? ''
  // Recorded after everything has happened, so that no event lies in the future of the ledger.
  const now = Math.max(
    0,
    ...vector.arrived.map((event) => event.time),
    ...vector.asks.map((ask) => Date.parse(ask.asOf)),
  )
  const ledger = openLedger({ client, table, timeZone, now: () => now })
  const random = randomOf(seed + number)
  const member = `case ${number}`
  await recordShuffled(ledger, vector.arrived, member, random)

  return async (asOf) => {
    const entries = await ledger.history(member)
    const then = entries.filter((entry) => entry.time <= asOf)
    const alone = then.length === entries.length ? member : `${member} at ${asOf}`
    if (alone !== member) {
      const standing = new Set(then.map(identityOf))
      const counted = vector.arrived.filter((event) => standing.has(identityOf(ofMember(event, member))))
      await recordShuffled(ledger, counted, alone, random)
    }
    const record = await ledger.member(alone)
    return [
      { way: 'fold of the ledger', sums: fold(then, timeZone) },
      { way: 'sums of the ledger', sums: record?.sums ?? NOTHING },
    ]
  }
}

async function recordShuffled(ledger: Ledger, arrived: readonly LedgerEvent[], member: string, random: Random) {
  const events = shuffled(arrived, random).map((event) => ofMember(event, member))
  for (let start = 0; start < events.length; ) {
    const end = start + random.between(1, MOST_IN_BATCH)
    await ledger.record(events.slice(start, end))
    start = end
  }
}

/** One ledger holds all cases: their members and sources are told apart, in a way that keeps the order of the sources. */
function ofMember(event: LedgerEvent, member: string): LedgerEvent {
  return { ...event, subject: member, source: `${member} ${event.source}` }
}

/** A random order in which events of the same identity keep theirs: which of them comes first decides what stands. */
function shuffled(arrived: readonly LedgerEvent[], random: Random): LedgerEvent[] {
  const order = arrived.map((event) => ({ event, at: random.next() })).sort((one, other) => one.at - other.at)
  const waiting = new Map<string, LedgerEvent[]>()
  for (const event of arrived) {
    const identity = identityOf(event)
    waiting.set(identity, [...(waiting.get(identity) ?? []), event])
  }
  return order.flatMap(({ event }) => waiting.get(identityOf(event))?.shift() ?? [])
}
