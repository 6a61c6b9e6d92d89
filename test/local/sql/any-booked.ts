import type { Booked } from '#ledger/books.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { parseMonth } from '#program/month.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)

interface Used {
  readonly day: string
  readonly perk?: string
  readonly tier?: string
  readonly edition?: number
  readonly till?: string
  readonly member?: string
  readonly cost?: number
}

/** A use of free delivery by Gold, and whatever the test says. */
export const used = (
  id: string,
  { day, perk = 'free-delivery', tier = 'gold', edition = 2, till = 'till-1', member = 'm-1', cost = 320 }: Used,
): Booked => ({
  kind: 'redemption',
  redemption: {
    ...{ kind: 'redemption', id, salt: '00', sender: till, member, perk, tier, edition, at: at(day) },
    ...{ basket: { amountMinor: 5_000, categories: [], order: `o-${id}` }, worthMinor: 495, costMinor: cost },
    ...{ usesBefore: null, usedInOrder: null, left: null },
  },
})

export const reversed = (redemption: string, usedOn: string, rest: Used): Booked => {
  const { day, perk = 'free-delivery', tier = 'gold', edition = 2, till = 'till-1', member = 'm-1', cost = 320 } = rest
  const what = {
    kind: 'reversal',
    id: `v-${redemption}`,
    salt: '00',
    redemption,
    sender: till,
    source: till,
    member,
    perk,
    tier,
    edition,
  } as const
  return { kind: 'reversal', reversal: { ...what, usedAt: at(usedOn), order: null, at: at(day), costMinor: cost } }
}

export const trueUp = (
  id: string,
  redemption: string,
  usedOn: string,
  { day, cost = 0 }: Used,
  invoice: CostEntry['invoice'],
): Booked => ({
  kind: 'true-up',
  trueUp: {
    ...{
      id,
      kind: 'true-up',
      bookedAt: at(day),
      month: parseMonth(day.slice(0, 7)),
      member: 'm-1',
      redemption,
      usedAt: at(usedOn),
    },
    ...{
      perk: 'free-delivery',
      tier: 'gold',
      edition: 2,
      source: 'till-1',
      order: null,
      basketMinor: null,
      worthMinor: null,
    },
    ...{ costMinor: cost, invoice },
  },
})

export const charged = (id: string, day: string, amountMinor: number): Booked => ({
  kind: 'actual',
  actual: { source: 'parcel-line', id, time: at(day), recordedAt: at(day), amountMinor, order: 'o-1' },
})

export const bought = (id: string, day: string, amountMinor: number): Booked => ({
  kind: 'event',
  entry: {
    type: 'purchase',
    source: 'shop-1',
    id,
    subject: 'm-1',
    time: at(day),
    recordedAt: at(day),
    amountMinor,
    units: 1,
  },
})
