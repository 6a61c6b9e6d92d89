import { afterReversal, afterUse, type Uses } from '#program/perks/uses.ts'
import type { Ledger, MemberRecord } from './ledger.ts'

/** The instant asked about and the clock's reading (both epoch milliseconds), and where windows are counted. */
export interface UsesMoment {
  readonly now: number
  readonly asOf: number
  readonly timeZone: string
}

/**
 * What a member whose record has been read had used of each perk at an instant. Now and later that is what the record says
 * and costs no further read; in the past it is folded from the entries. Throws {@link Busy} as `ledger.redemptions` does.
 */
export async function usesOf(
  ledger: Pick<Ledger, 'redemptions'>,
  record: MemberRecord,
  { now, asOf, timeZone }: UsesMoment,
): Promise<ReadonlyMap<string, Uses>> {
  if (asOf >= now) return record.uses
  const entries = (await ledger.redemptions(record.id)).filter(({ at }) => at <= asOf)
  const usedAt = new Map<string, number>()
  const uses = new Map<string, Uses>()
  for (const entry of entries) {
    if (entry.kind !== 'redemption') continue
    usedAt.set(entry.id, entry.at)
    uses.set(entry.perk, afterUse(uses.get(entry.perk) ?? null, entry.at, timeZone))
  }
  // Taken back after all uses are counted: a window that is over by the last use is left alone either way.
  for (const entry of entries) {
    if (entry.kind !== 'reversal') continue
    const [used, at] = [uses.get(entry.perk), usedAt.get(entry.redemption)]
    if (used && at !== undefined) uses.set(entry.perk, afterReversal(used, at, timeZone))
  }
  return uses
}
