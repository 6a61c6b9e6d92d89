import type { Entry } from '#ledger/ledger.ts'
import type { Redemption, RefusedRedemption, Reversal } from '#ledger/redemption.ts'
import { formatMoney } from '#program/money.ts'

/** An entry as its member takes it away: all of it but the salt, which says nothing. `currency` is the program's. */
export function exportedEntry(entry: Entry, currency: string) {
  const { type, source, id, time, recordedAt } = entry
  return { type, source, id, time: at(time), recordedAt: at(recordedAt), ...dataOf(entry, currency) }
}

function dataOf(entry: Entry, currency: string) {
  switch (entry.type) {
    case 'purchase': {
      const { amountMinor, units, categories, note } = entry
      return { amount: formatMoney(amountMinor, currency), units, categories, note }
    }
    case 'refund': {
      const { amountMinor, units, purchase } = entry
      return { amount: formatMoney(amountMinor, currency), units, purchase }
    }
    case 'balance':
      return { balance: formatMoney(entry.balanceMinor, currency), account: entry.account }
    case 'plan':
      return { plan: entry.plan, from: at(entry.from), until: at(entry.until) }
    case 'enrolment':
      return { emailHash: entry.emailHash, name: entry.name }
    default:
      return entry satisfies never
  }
}

/**
 * A use, one taken back or one refused, as its member takes it away. What it cost is finance's alone, and so is its salt, with
 * which that could be tried out against a proof.
 */
export function exportedUse(use: Redemption | Reversal | RefusedRedemption, currency: string) {
  const { id, sender, perk, tier, edition } = use
  const told = { type: use.kind, id, time: at(use.at), source: sender, perk, tier, edition }
  switch (use.kind) {
    case 'redemption':
      return { ...told, ...basketOf(use, currency), worth: formatMoney(use.worthMinor, currency) }
    case 'refused':
      return { ...told, ...basketOf(use, currency), reason: use.reason }
    case 'reversal':
      return { ...told, redemption: use.redemption }
    default:
      return use satisfies never
  }
}

const basketOf = ({ basket, note }: Redemption | RefusedRedemption, currency: string) => ({
  ...(basket && {
    ...{ amount: formatMoney(basket.amountMinor, currency), categories: basket.categories, order: basket.order },
  }),
  note,
})

const at = (time: number) => new Date(time).toISOString()
