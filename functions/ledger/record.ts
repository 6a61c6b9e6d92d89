import { identityOf, type LedgerEvent } from '#program/event.ts'
import { inParallel } from './in-parallel.ts'
import type { Entry, Outcome } from './ledger.ts'
import { type Recorder, recordMember } from './record-member.ts'
import { whyNotRecordable } from './recordable.ts'
import { newSalt } from './salt.ts'

/**
 * How many events go into one transaction. An event writes at most two items, its own and the purchase it refunds or the
 * address it claims, and the member is one more; a transaction holds 100.
 */
const MOST_EVENTS = 48
/** How long the events of one transaction may be, as JSON: far below the 4 MB that a transaction holds. */
const MOST_CHARACTERS = 500_000
/** How many members are recorded at the same time. */
const MOST_MEMBERS = 16

/**
 * Records events of any members; see {@link Ledger.record}. The order given is kept per member and per identity. Throws a
 * RangeError, having stored nothing, for an event the ledger cannot hold (`recordable.ts`); intake refuses those before.
 */
export async function record(
  recorder: Recorder,
  events: readonly LedgerEvent[],
  recordedAt: (event: LedgerEvent) => number,
): Promise<readonly Outcome[]> {
  events.forEach(assertRecordable)
  const [only] = events
  // One event is the usual case, and there is nothing to sort out.
  if (only && events.length === 1) return recordMember(recorder, [entryOf(only, recordedAt(only))])
  const outcomes = new Map<number, Outcome>()
  let left = events.map((event, index): Numbered => ({ index, entry: entryOf(event, recordedAt(event)) }))
  while (left.length > 0) {
    const { first, repeats } = firstOfEach(left)
    await recordFirsts(recorder, first, outcomes)
    const unsettled = new Set(
      first.filter(({ index }) => outcomes.get(index) === 'retry').map(({ entry }) => identityOf(entry)),
    )
    left = repeats.filter(({ index, entry }) => {
      // An identity is decided in the order given: while the first word is not stored, a later one must not be.
      if (!unsettled.has(identityOf(entry))) return true
      outcomes.set(index, 'retry')
      return false
    })
  }
  return events.map((_, index) => outcomes.get(index) ?? 'retry')
}

/** A salt where there is something personal that a proof must not show. */
function entryOf(event: LedgerEvent, recordedAt: number): Entry {
  const isPersonal =
    ('note' in event && event.note !== undefined) ||
    ('name' in event && event.name !== undefined) ||
    ('emailHash' in event && event.emailHash !== undefined)
  return { ...event, recordedAt, ...(isPersonal && { salt: newSalt() }) }
}

interface Numbered {
  readonly index: number
  readonly entry: Entry
}

function assertRecordable(event: LedgerEvent): void {
  const why = whyNotRecordable(event)
  if (why) throw new RangeError(`Event ${identityOf(event)} cannot be recorded: ${why}`)
}

/** Each identity's first event, which may go in parallel, and the rest, which has to wait for those. */
function firstOfEach(numbered: readonly Numbered[]): { first: Numbered[]; repeats: Numbered[] } {
  const { first = [], repeats = [] } = Object.groupBy(
    numbered,
    (
      (seen) =>
      ({ entry }: Numbered) => {
        const identity = identityOf(entry)
        if (seen.has(identity)) return 'repeats'
        seen.add(identity)
        return 'first'
      }
    )(new Set<string>()),
  )
  return { first, repeats }
}

async function recordFirsts(recorder: Recorder, first: readonly Numbered[], outcomes: Map<number, Outcome>) {
  const members = [...Map.groupBy(first, ({ entry }) => entry.subject).values()]
  await inParallel(MOST_MEMBERS, members, async (ofMember) => {
    for (const chunk of chunks(ofMember)) {
      const answers = await recordMember(
        recorder,
        chunk.map(({ entry }) => entry),
      )
      chunk.forEach(({ index }, position) => {
        const answer = answers[position]
        if (answer) outcomes.set(index, answer)
      })
    }
  })
}

function* chunks(numbered: readonly Numbered[]): Generator<Numbered[]> {
  let chunk: Numbered[] = []
  let characters = 0
  for (const each of numbered) {
    const length = JSON.stringify(each.entry).length
    if (chunk.length === MOST_EVENTS || (chunk.length > 0 && characters + length > MOST_CHARACTERS)) {
      yield chunk
      chunk = []
      characters = 0
    }
    chunk.push(each)
    characters += length
  }
  if (chunk.length > 0) yield chunk
}
