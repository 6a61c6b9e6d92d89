import { foldUses } from '#program/perks/fold-uses.ts'
import type { Uses } from '#program/perks/uses.ts'
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
  const then = (await ledger.redemptions(record.id)).filter(({ at }) => at <= asOf)
  const takenBack = new Set(then.flatMap((entry) => (entry.kind === 'reversal' ? [entry.redemption] : [])))
  const used = then.filter((entry) => entry.kind === 'redemption')
  const uses = new Map<string, Uses>()
  for (const [perk, own] of Map.groupBy(used, (entry) => entry.perk)) {
    const all = own.map(({ id, at }) => ({ at, isTakenBack: takenBack.has(id) }))
    const folded = foldUses(all, timeZone)
    if (folded) uses.set(perk, folded)
  }
  return uses
}
