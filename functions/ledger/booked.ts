import type { Month } from '#program/month.ts'
import { actualIn } from './actual-item.ts'
import type { Booked } from './books.ts'
import type { CostEntry } from './cost-entry.ts'
import { reversalEntry, useEntry } from './cost-entry-of.ts'
import { entryOf } from './entry-item.ts'
import { ACTUAL, type Item, REDEMPTION, REVERSAL, TRUE_UP } from './keys.ts'
import { redemptionIn, reversalIn } from './redemption-item.ts'
import { trueUpIn } from './true-up-item.ts'

type MonthOf = (time: number) => Month

/** The entry that an item holds. Throws for an item that is none, which is in no index of entries. */
export function bookedIn(item: Item): Booked {
  const pk = item.pk?.S ?? ''
  if (pk.startsWith(REVERSAL)) return { kind: 'reversal', reversal: reversalIn(item) }
  if (pk.startsWith(TRUE_UP)) return { kind: 'true-up', trueUp: trueUpIn(item) }
  if (pk.startsWith(ACTUAL)) {
    const { match: _, reason: __, ...actual } = actualIn(item)
    return { kind: 'actual', actual }
  }
  if (pk.startsWith(REDEMPTION)) {
    const redemption = redemptionIn(item)
    if (redemption.kind === 'redemption') return { kind: 'redemption', redemption }
  }
  const entry = entryOf(item)
  if (!entry) throw new TypeError(`${pk} is no entry.`)
  return { kind: 'event', entry }
}

/** The entry of the cost ledger that an item holds; undefined where it holds another entry. */
export function costEntryIn(item: Item, monthOf: MonthOf): CostEntry | undefined {
  const booked = bookedIn(item)
  switch (booked.kind) {
    case 'redemption':
      return useEntry(booked.redemption, monthOf)
    case 'reversal':
      return reversalEntry(booked.reversal, monthOf)
    case 'true-up':
      return booked.trueUp
    case 'event':
    case 'actual':
      return undefined
    default:
      return booked satisfies never
  }
}
