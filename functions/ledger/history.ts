import { compareCodePoints } from '#program/code-points.ts'
import { compareEvents } from '#program/event.ts'
import { entryOf } from './entry-item.ts'
import { indexed } from './indexed.ts'
import { ENTRY, type Item, REDEMPTION, REVERSAL } from './keys.ts'
import type { Entry } from './ledger.ts'
import type { Redemption, RefusedRedemption, Reversal } from './redemption.ts'
import { redemptionIn, reversalIn } from './redemption-item.ts'
import type { Database } from './settle.ts'

/** What shops reported of a member, oldest first, equal instants by source, then id. Throws {@link Busy}. */
export async function history(database: Database, member: string): Promise<readonly Entry[]> {
  const entries = await indexed(database, member, 'entries', (item) => (isOf(item, ENTRY) ? entryOf(item) : undefined))
  return entries.sort(compareEvents)
}

/** Redemptions and reversals of a member, oldest first, equal instants by id. Throws {@link Busy}. */
export async function redemptions(database: Database, member: string): Promise<readonly (Redemption | Reversal)[]> {
  const entries = await indexed(database, member, 'redemptions', useOrReversal)
  // The ids of redemptions come before those of reversals.
  return entries.sort((one, other) => one.at - other.at || compareCodePoints(one.id, other.id))
}

/** See {@link Ledger.refusedUses}. */
export async function refusedUses(database: Database, member: string): Promise<readonly RefusedRedemption[]> {
  const refused = await indexed(database, member, NOT_COUNTED, (item) => {
    const attempt = isOf(item, REDEMPTION) ? redemptionIn(item) : undefined
    return attempt?.kind === 'refused' ? attempt : undefined
  })
  return refused.sort((one, other) => one.at - other.at || compareCodePoints(one.id, other.id))
}

/** No attribute of a member's item: nobody counts refused attempts. */
const NOT_COUNTED = 'refused'

function useOrReversal(item: Item): Redemption | Reversal | undefined {
  if (isOf(item, REVERSAL)) return reversalIn(item)
  if (!isOf(item, REDEMPTION)) return undefined
  const redemption = redemptionIn(item)
  return redemption.kind === 'redemption' ? redemption : undefined
}

const isOf = (item: Item, kind: string) => item.pk?.S?.startsWith(kind) === true
