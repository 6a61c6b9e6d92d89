import { type FinanceDeps, financeApp } from '#finance/app.ts'
import type { Books } from '#ledger/books.ts'
import type { CostEntry, CostTotal } from '#ledger/cost-entry.ts'
import type { Ledger, MemberRecord } from '#ledger/ledger.ts'
import type { ProgramCosts, PublishedEdition } from '#program/document.ts'
import { editionOf } from '#program/edition.ts'
import { monthOf } from '#program/zone.ts'
import { checked } from '../http/checked.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { COSTS, edition } from '../ledger/perk-shop.ts'
import { oneByOne } from './member-records.ts'

/** An entry of a use of coffee, on 1 June 2026 at noon, with whatever the test cares about. */
export function entry(id: string, rest: Partial<CostEntry> = {}): CostEntry {
  const bookedAt = rest.bookedAt ?? Date.UTC(2026, 5, 1, 12)
  return {
    ...{ id, kind: 'use', bookedAt, month: monthOf(bookedAt, 'Europe/London'), member: 'm-1', redemption: id },
    ...{ usedAt: bookedAt, perk: 'coffee', tier: 'member', edition: 1, source: 'till', order: null },
    ...{ basketMinor: null, worthMinor: 250, costMinor: 40, invoice: null },
    ...rest,
  }
}

export interface Paper {
  readonly entries?: readonly CostEntry[]
  readonly members?: readonly MemberRecord[]
  readonly published?: readonly PublishedEdition[]
  readonly costs?: ProgramCosts
  readonly deps?: Partial<FinanceDeps>
}

/** Finance over books that are nothing but a list of entries: fast, and all that its figures follow from. */
export function paperFinanceApp({
  entries = [],
  members = [],
  published = [edition(1, '2024-01')],
  costs,
  deps,
}: Paper) {
  const rules = published.map(({ document, ...of }) => editionOf({ ...document, ...of }))
  const ledger = { program: async () => ({ published, rules }), costs: async () => costs ?? COSTS } as unknown as Ledger
  return financeApp({
    ...{ ledger, books: paperBooks(entries, members), identify: identifyRole, now: () => NOW, report },
    pseudonym: (member: string) => `p-of-${member}`,
    ...deps,
  } as FinanceDeps)
}

/** The same as asked by a machine of finance, with every answer checked. */
export function paperFinance(paper: Paper) {
  const send = checked(paperFinanceApp(paper))
  return (path: string) => send(`/finance/${path}`, { headers: as('finance') })
}

/** Books that are nothing but these entries and members. */
export function paperBooks(entries: readonly CostEntry[], members: readonly MemberRecord[]): Books {
  const sorted = entries.toSorted(inOrder)
  const within = ({ month }: { month: number }, { from, to }: { from: number; to: number }) =>
    from <= month && month <= to
  return {
    costTotals: async (period) => entries.map(totalOf).filter((total) => within(total, period)),
    costEntries: (period, after) =>
      oneByOne(sorted.filter((of) => within(of, period) && (!after || inOrder(of, after) > 0))),
    costEntriesOf: async (redemption) => sorted.filter((of) => of.redemption === redemption),
    members: () => oneByOne(members),
  } as Partial<Books> as Books
}

function totalOf({ month, perk, tier, edition: number, source, kind, costMinor }: CostEntry): CostTotal {
  return {
    ...{ month, perk, tier, edition: number, source, entries: 1 },
    uses: kind === 'use' ? 1 : kind === 'reversal' ? -1 : 0,
    accruedMinor: kind === 'true-up' ? 0 : costMinor,
    trueUpMinor: kind === 'true-up' ? costMinor : 0,
  }
}

const inOrder = (one: Pick<CostEntry, 'bookedAt' | 'id'>, other: Pick<CostEntry, 'bookedAt' | 'id'>) =>
  one.bookedAt - other.bookedAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
