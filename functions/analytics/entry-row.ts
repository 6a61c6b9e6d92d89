import type { Booked } from '#ledger/books.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import type { Entry } from '#ledger/ledger.ts'
import type { Redemption, Reversal } from '#ledger/redemption.ts'

/** An entry of any kind as one row. Amounts are minor units, instants epoch milliseconds; null: it has nothing of that. */
export interface EntryRow {
  /** `purchase`, `refund`, `balance`, `plan`, `enrolment`, `use`, `reversal`, `true-up` or `actual`. */
  readonly kind: string
  /** Who reported it, or asked for the use; with `id` its identity among entries of its kind. */
  readonly source: string
  readonly id: string
  readonly bookedAt: number
  /** When it happened; of a reversal and a true-up when the perk was used. */
  readonly happenedAt: number
  readonly member: string | null
  readonly perk: string | null
  readonly tier: string | null
  readonly edition: number | null
  /** The use that it is, or is about. */
  readonly redemption: string | null
  /** The shop's id of the order; of a refund that of the purchase. */
  readonly order: string | null
  readonly plan: string | null
  readonly units: number | null
  /** What was paid, given back or charged, or the basket of a use. */
  readonly amountMinor: number | null
  readonly worthMinor: number | null
  /** What it adds to the cost of perks. */
  readonly costMinor: number | null
  readonly invoiceSource: string | null
  readonly invoiceId: string | null
  readonly invoiceAmountMinor: number | null
}

const NOTHING = {
  ...{ member: null, perk: null, tier: null, edition: null, redemption: null, order: null, plan: null, units: null },
  ...{ amountMinor: null, worthMinor: null, costMinor: null },
  ...{ invoiceSource: null, invoiceId: null, invoiceAmountMinor: null },
}

/**
 * The row of an entry. It says only what never changes of the entry, so that whoever delivers it twice delivers the very
 * same row; and no name, note or address.
 */
export function entryRow(booked: Booked): EntryRow {
  switch (booked.kind) {
    case 'event':
      return eventRow(booked.entry)
    case 'redemption':
      return useRow(booked.redemption)
    case 'reversal':
      return reversalRow(booked.reversal)
    case 'true-up':
      return trueUpRow(booked.trueUp)
    case 'actual': {
      const { source, id, time, recordedAt, amountMinor, redemption = null, order = null, perk = null } = booked.actual
      const what = { kind: 'actual', source, id, bookedAt: recordedAt, happenedAt: time }
      return { ...NOTHING, ...what, redemption, order, perk, amountMinor }
    }
    default:
      return booked satisfies never
  }
}

function eventRow(entry: Entry): EntryRow {
  const { type: kind, source, id, recordedAt, time, subject } = entry
  const row = { ...NOTHING, kind, source, id, bookedAt: recordedAt, happenedAt: time, member: subject }
  switch (entry.type) {
    case 'purchase':
      return { ...row, order: id, units: entry.units, amountMinor: entry.amountMinor }
    case 'refund':
      return { ...row, order: entry.purchase ?? null, units: entry.units, amountMinor: entry.amountMinor }
    case 'balance':
      return { ...row, amountMinor: entry.balanceMinor }
    case 'plan':
      return { ...row, plan: entry.plan }
    case 'enrolment':
      return row
    default:
      return entry satisfies never
  }
}

function useRow({ id, at, sender, member, perk, tier, edition, basket, worthMinor, costMinor }: Redemption): EntryRow {
  return {
    ...NOTHING,
    ...{ kind: 'use', source: sender, id, bookedAt: at, happenedAt: at, member, perk, tier, edition, redemption: id },
    ...{ order: basket?.order ?? null, amountMinor: basket?.amountMinor ?? null, worthMinor, costMinor },
  }
}

function reversalRow(reversal: Reversal): EntryRow {
  const { id, at, usedAt, source, member, perk, tier, edition, redemption, order, costMinor } = reversal
  return {
    ...NOTHING,
    ...{ kind: 'reversal', source, id, bookedAt: at, happenedAt: usedAt, member, perk, tier, edition },
    ...{ redemption, order, costMinor: -costMinor },
  }
}

function trueUpRow(trueUp: CostEntry): EntryRow {
  const { id, bookedAt, usedAt, source, member, perk, tier, edition, redemption, order, costMinor, invoice } = trueUp
  return {
    ...NOTHING,
    ...{ kind: 'true-up', source, id, bookedAt, happenedAt: usedAt, member, perk, tier, edition, redemption, order },
    ...{ costMinor, invoiceSource: invoice?.source ?? null, invoiceId: invoice?.id ?? null },
    invoiceAmountMinor: invoice?.amountMinor ?? null,
  }
}
