import { openPress } from '#ledger/open-press.ts'
import type { Draft, LogEntry, Press } from '#ledger/press.ts'
import { type FreshLedger, NOW } from './fresh-ledger.ts'
import { perkShop, edition as shopEdition } from './perk-shop.ts'

/** The press of a shop with one edition. */
export async function freshPress(): Promise<FreshLedger & { readonly press: Press }> {
  const fresh = await perkShop()
  return { ...fresh, press: pressOf(fresh) }
}

/** Another door to the same table; nobody waits between attempts. */
export const pressOf = ({ client, table }: Pick<FreshLedger, 'client' | 'table'>): Press =>
  openPress({ client, table, now: () => NOW, patience: { sleep: () => Promise.resolve() } })

/** A draft in its first version, with whatever the test cares about. */
export const draft = (rest: Partial<Draft> = {}): Draft => ({
  ...{ id: 'd-1', title: 'Spring', version: 1, base: { edition: 1, revision: 1 }, effectiveFrom: '2026-09' },
  document: shopEdition(1, '2026-01').document,
  ...{ explanations: {}, author: 'mara', authors: ['mara'], changedAt: NOW },
  state: { kind: 'open', returned: null },
  ...rest,
})

/** A line of the log. */
export const line = (what: LogEntry['what'] = 'edited', rest: Partial<LogEntry> = {}): Omit<LogEntry, 'id'> => ({
  ...{ at: NOW, by: 'mara', what, draft: 'd-1', edition: null, detail: 'Something was done.' },
  ...rest,
})
