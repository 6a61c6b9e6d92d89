import { type LedgerOptions, openLedger } from '#ledger/open-ledger.ts'
import type { TellOptions } from './tell-demo.ts'

/** Opens the ledger of a table to tell a past, standing wherever the clock does. */
export const ledgerAt =
  (database: Pick<LedgerOptions, 'client' | 'table'>): TellOptions['ledgerAt'] =>
  (clock) =>
    openLedger({ ...database, now: Date.now, toldAt: clock })
