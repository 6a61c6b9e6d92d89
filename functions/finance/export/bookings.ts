import type { CostEntry } from '#ledger/cost-entry.ts'
import { compareCodePoints } from '#program/code-points.ts'
import type { CostTreatment, PerkCost } from '#program/document.ts'
import type { Month } from '#program/month.ts'
import type { ExportSetting } from './export-order.ts'

/** What an accountant books in one line: all entries of a month, perk, tier and edition. */
export interface Booking {
  readonly month: Month
  readonly perk: string
  readonly tier: string
  readonly edition: number
  readonly entries: number
  /** Minor units; below zero where more was taken back than used. */
  readonly costMinor: number
  /** What the edition says about booking it. */
  readonly account: string | null
  readonly accountCode: string | null
  readonly treatment: CostTreatment | null
}

/** Where costs are booked that wait for an invoice. */
export const ACCRUED = 'Liabilities:Loyalty:Accrued'
/** Where costs go whose edition names no account, or none that plain-text accounting can read. */
export const UNASSIGNED = 'Expenses:Loyalty:Unassigned'

const ACCOUNT = /^(?:Assets|Liabilities|Equity|Income|Expenses)(?::[A-Z][A-Za-z0-9-]*)+$/

/** All entries summed up, by month, perk, tier and edition, in that order. */
export async function bookingsOf(entries: AsyncIterable<CostEntry>, { costs }: ExportSetting): Promise<Booking[]> {
  const found = new Map<string, Booking>()
  for await (const { month, perk, tier, edition, costMinor } of entries) {
    const key = JSON.stringify([month, perk, tier, edition])
    const known = found.get(key) ?? {
      ...{ month, perk, tier, edition, entries: 0, costMinor: 0 },
      ...bookedTo(costs.get(edition)?.[perk]),
    }
    found.set(key, { ...known, entries: known.entries + 1, costMinor: known.costMinor + costMinor })
  }
  return [...found.values()].sort(inOrder)
}

const bookedTo = (cost: PerkCost | undefined) => ({
  account: cost?.account ?? null,
  accountCode: cost?.accountCode ?? null,
  treatment: cost?.treatment ?? null,
})

const inOrder = (one: Booking, other: Booking) =>
  one.month - other.month ||
  compareCodePoints(one.perk, other.perk) ||
  compareCodePoints(one.tier, other.tier) ||
  one.edition - other.edition

/** The account that is debited. */
export const debited = ({ account }: Booking): string =>
  account !== null && ACCOUNT.test(account) ? account : UNASSIGNED

/**
 * An id as it stands in a journal: percent-encoded where it has characters that a journal could take for its own. Ids are
 * plain words nearly always, and then this changes nothing.
 */
export const quoted = (id: string): string => encodeURIComponent(id.toWellFormed())

/** What a booking is about, in one line: "free-delivery, gold, edition 3". */
export const titleOf = ({ perk, tier, edition }: Booking): string =>
  `${quoted(perk)}, ${quoted(tier)}, edition ${edition}`
