import { expect } from 'vitest'
import { describeDifference } from '#ledger/describe-difference.ts'
import type { Ledger, Outcome } from '#ledger/ledger.ts'
import { rebuild } from '#ledger/rebuild.ts'
import type { LedgerEvent } from '#program/event.ts'
import type { FreshLedger } from '../ledger/fresh-ledger.ts'
import { storedItems } from '../ledger/stored-items.ts'

/** I1, I6, I14, I16: all derived state is what the entries make it, so nothing was done by halves. */
export async function expectSound({ client, table }: Pick<FreshLedger, 'client' | 'table'>): Promise<void> {
  const report = await rebuild({ client, table, timeZone: 'Europe/London', repair: false })
  expect(report.differences.map(describeDifference)).toEqual([])
  expect(report.misfolded).toEqual([])
}

/** I15: what was acknowledged is there, whole. */
export async function expectDurable(fresh: FreshLedger, events: readonly LedgerEvent[], outcomes: readonly Outcome[]) {
  const entries = await Promise.all(
    [...new Set(events.map(({ subject }) => subject))].map((member) => fresh.ledger.history(member)),
  )
  const acknowledged = events.filter((_, index) => outcomes[index] === 'recorded' || outcomes[index] === 'duplicate')
  const wanted = acknowledged.map((event) => expect.objectContaining(event))
  expect(entries.flat()).toEqual(expect.arrayContaining(wanted))
}

/** Sends events again, as a shop does, until none is to be sent again. */
export async function sendUntilDone(ledger: Ledger, events: readonly LedgerEvent[], most = 200): Promise<void> {
  let left = events
  for (let round = 0; left.length > 0; round++) {
    if (round === most) throw new Error(`${left.length} events were not taken in ${most} rounds.`)
    const outcomes = await ledger.record(left)
    left = left.filter((_, index) => outcomes[index] === 'retry')
  }
}

/** Members as they are stored, to compare two ledgers that got the same events. */
export async function storedMembers(fresh: FreshLedger) {
  return new Map([...(await storedItems(fresh))].filter(([pk]) => pk.startsWith('member:')))
}
