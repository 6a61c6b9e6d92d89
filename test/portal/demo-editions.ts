import { demoEditions } from '#local/demo-program.ts'
import type { FreshLedger } from '../ledger/fresh-ledger.ts'
import { freshLedger } from '../ledger/fresh-ledger.ts'

/** A ledger with the demo shop's two editions. */
export async function demoLedger(now: () => number): Promise<FreshLedger> {
  const fresh = await freshLedger({ now })
  for (const edition of await demoEditions()) await fresh.ledger.publish(edition)
  return fresh
}
