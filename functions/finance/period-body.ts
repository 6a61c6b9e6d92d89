import type { Closing } from '#ledger/closing.ts'
import { trustedCheckpoint } from '#ledger/seal/checkpoint.ts'
import type { ClosablePeriod } from '#ledger/seal/periods.ts'
import { formatMonth } from '#program/month.ts'

/** A month as it is sent: whether it is closed, and by what. */
export function periodBody({ month, state, closable, closing }: ClosablePeriod) {
  if (closing) return closedBody(closing)
  return {
    ...{ month: formatMonth(month), state, closable: new Date(closable).toISOString() },
    ...{ closedAt: null, entries: null, root: null, previous: null },
  }
}

export function closedBody({ month, closedAt, size, checkpoint }: Closing) {
  const { root, previous } = trustedCheckpoint(checkpoint)
  return {
    ...{ month: formatMonth(month), state: 'closed', closable: null, closedAt: new Date(closedAt).toISOString() },
    ...{ entries: size, root, previous: previous?.sha256 ?? null },
  }
}
