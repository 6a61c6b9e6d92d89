import type { Ledger, Outcome } from '#ledger/ledger.ts'
import { identityOf, type LedgerEvent, sameContent } from '#program/event.ts'

/** Records in memory as the ledger does; `busy` says how many of the next calls store nothing. */
export function memoryLedger(): Pick<Ledger, 'record' | 'memberByEmail'> & {
  readonly events: Map<string, LedgerEvent>
  busy: number
} {
  const events = new Map<string, LedgerEvent>()
  const holders = new Map<string, string>()
  const settle = (event: LedgerEvent): Outcome => {
    const before = events.get(identityOf(event))
    if (before) return sameContent(before, event) ? 'duplicate' : 'conflict'
    events.set(identityOf(event), event)
    // The first member with an address keeps it.
    if (event.type === 'enrolment' && event.emailHash !== undefined && !holders.has(event.emailHash)) {
      holders.set(event.emailHash, event.subject)
    }
    return 'recorded'
  }
  const ledger = {
    events,
    busy: 0,
    memberByEmail: async (emailHash: string) => holders.get(emailHash),
    record: async (sent: readonly LedgerEvent[]): Promise<readonly Outcome[]> => {
      if (ledger.busy === 0) return sent.map(settle)
      ledger.busy--
      return sent.map(() => 'retry')
    },
  }
  return ledger
}
