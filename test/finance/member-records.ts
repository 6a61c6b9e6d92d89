import type { MemberRecord } from '#ledger/ledger.ts'
import type { LedgerEvent } from '#program/event.ts'
import { fold } from '#program/fold.ts'

/** A member of whom these events are recorded, with whatever else the test cares about. */
export const memberOf = (
  id: string,
  events: readonly LedgerEvent[],
  rest: Partial<MemberRecord> = {},
  timeZone = 'Europe/London',
): MemberRecord => ({
  ...{ id, sums: fold(events, timeZone), entries: events.length, redemptions: 0, uses: new Map(), aheadUntil: null },
  ...{ name: null, enrolledAt: null, signedOutAt: null, card: null },
  ...rest,
})

/** What is there, one after the other, as the books give it. */
export async function* oneByOne<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
