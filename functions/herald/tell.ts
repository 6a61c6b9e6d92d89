import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import type { Count } from '#http/count.ts'
import { type Patience, pause } from '#ledger/patience.ts'
import type { TierChange } from './tier-change.ts'

/** The event bus took the call and not all that was in it; `code` is what it said. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly code: string

  constructor(code: string) {
    super(`The event bus did not take a change of tier (${code}).`)
    this.code = code
  }
}

/**
 * Tells changes, in order; answers how many were told before the first that was not, which is all of them when everything
 * went well. Those behind that one may have been told or not.
 */
export type Tell = (changes: readonly TierChange[]) => Promise<number>

export interface BusOptions {
  readonly client: EventBridgeClient
  /** Name or ARN of the event bus. */
  readonly bus: string
  readonly patience: Patience
  /** Is told why something could not be told. */
  readonly report: (error: unknown) => void
  readonly count: Count
}

/** What rules of the bus go by. */
export const SOURCE = 'cleartier'
export const DETAIL_TYPE = 'TierChanged'

/**
 * EventBridge takes 10 events and 256 kB a call. Ids of members have 255 characters at most and names of tiers 100, so that
 * ten changes are far below that.
 */
const MOST_A_CALL = 10

/** Tells changes to an event bus. */
export function tellBus(options: BusOptions): Tell {
  return async (changes) => {
    for (let from = 0; from < changes.length; from += MOST_A_CALL) {
      const some = changes.slice(from, from + MOST_A_CALL)
      const told = await putSome(some, options)
      options.count('tierChangesTold', told)
      if (told < some.length) return from + told
    }
    return changes.length
  }
}

/** Goes on with those that the bus did not take, as often as patience has it. */
async function putSome(changes: readonly TierChange[], options: BusOptions): Promise<number> {
  const { client, patience, report } = options
  let left = changes.map((change, index) => ({ index, entry: entryOf(change, options.bus) }))
  for (let attempt = 1; ; attempt++) {
    try {
      const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: left.map(({ entry }) => entry) }))
      left = left.filter((_, at) => Entries[at]?.EventId === undefined)
      if (left.length === 0) return changes.length
      const refused = Entries.find(({ EventId }) => EventId === undefined)
      if (attempt === patience.attempts) throw new NotTaken(refused?.ErrorCode ?? 'Unknown')
    } catch (error) {
      report(error)
      return left[0]?.index ?? 0
    }
    await pause(patience, attempt)
  }
}

const entryOf = (change: TierChange, bus: string): PutEventsRequestEntry => ({
  EventBusName: bus,
  Source: SOURCE,
  DetailType: DETAIL_TYPE,
  Time: new Date(change.at),
  Detail: JSON.stringify(change),
})
