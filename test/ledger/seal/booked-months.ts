import type { Booked, Books } from '#ledger/books.ts'
import type { Closing } from '#ledger/closing.ts'
import type { Program } from '#ledger/ledger.ts'
import type { Redemption } from '#ledger/redemption.ts'
import type { Closer } from '#ledger/seal/close-month.ts'
import { editionOf } from '#program/edition.ts'
import { type Month, parseMonth } from '#program/month.ts'
import { purchase } from '../events.ts'
import { edition } from '../perk-shop.ts'
import { anySigner, memoryArchive } from './memory-archive.ts'

export const MAY = parseMonth('2026-05')
/** When May can be closed: an hour after it ended in London. */
export const AFTER_MAY = Date.UTC(2026, 5, 1, 0)
export const KEY = new Uint8Array(32).fill(7)
export const NAME = 'Ada Lovelace'
export const NOTE = 'Gift for Charles'
export const COST_MINOR = 41_873

const at = (second: number) => Date.UTC(2026, 4, 3, 9, 0, second)
const salt = (number: number) => number.toString(16).padStart(32, '0')

export const bought = (number: number): Booked => ({
  kind: 'event',
  entry: { ...purchase(`o-${number}`, { subject: `m-${number}`, amountMinor: 100 + number }), recordedAt: at(number) },
})

export const noted = (number: number): Booked => ({
  kind: 'event',
  entry: { ...purchase(`o-${number}`, { note: NOTE }), recordedAt: at(number), salt: salt(number) },
})

export const joined = (number: number): Booked => ({
  kind: 'event',
  entry: {
    ...{ type: 'enrolment', source: 'shop-1', id: `e-${number}`, subject: 'm-1', time: at(number) },
    ...{ recordedAt: at(number), salt: salt(number), name: NAME, emailHash: 'hash-of-an-address' },
  },
})

const use = (number: number): Redemption => ({
  ...{ kind: 'redemption', id: `r-${salt(number)}`, sender: 'till-1', member: 'm-1', perk: 'wrap', note: NOTE },
  ...{
    basket: { amountMinor: 2_500, categories: ['suits'], order: 'o-1' },
    tier: 'silver',
    edition: 1,
    at: at(number),
  },
  ...{ salt: salt(number), worthMinor: 500, costMinor: COST_MINOR, usesBefore: null, usedInOrder: null, left: 2 },
})

export const used = (number: number): Booked => ({ kind: 'redemption', redemption: use(number) })

export function takenBack(number: number): Booked {
  const { id, sender, member, perk, tier, edition, costMinor } = use(number)
  return {
    kind: 'reversal',
    reversal: {
      ...{ kind: 'reversal', id: `v-${salt(number)}`, salt: salt(number + 100), redemption: id, sender, member, perk },
      ...{ tier, edition, at: at(number + 1), costMinor, usedAt: at(number), source: sender, order: 'o-1' },
    },
  }
}

export const charged = (number: number): Booked => ({
  kind: 'actual',
  actual: {
    ...{
      source: 'parcel-line',
      id: `inv-${number}`,
      time: at(number),
      amountMinor: COST_MINOR,
      recordedAt: at(number),
    },
    ...{ redemption: `r-${salt(1)}`, note: NOTE },
  },
})

export function trued(number: number): Booked {
  const { id, member, perk, tier, edition, sender } = use(1)
  const invoice = { source: 'parcel-line', id: 'inv-1', amountMinor: COST_MINOR + 7 }
  return {
    kind: 'true-up',
    trueUp: {
      ...{
        id: `t-${salt(number)}`,
        kind: 'true-up',
        bookedAt: at(number),
        month: MAY,
        member,
        redemption: id,
        perk,
        tier,
      },
      ...{
        edition,
        source: sender,
        usedAt: at(1),
        order: null,
        basketMinor: null,
        worthMinor: null,
        costMinor: 7,
        invoice,
      },
    },
  }
}

/** One entry of each kind. */
export const EVERY_KIND = [bought(0), joined(1), noted(2), used(3), takenBack(4), charged(5), trued(6)]

export const program: Program = (() => {
  const published = [edition(1, '2026-01')]
  return { published, rules: published.map(({ document, ...dated }) => editionOf({ ...document, ...dated })) }
})()

export type MemoryBooks = Pick<Books, 'booked' | 'closings' | 'close'>

/** Books with these entries, by month. */
export function memoryBooks(months: ReadonlyMap<Month, readonly Booked[]>): MemoryBooks {
  const closings: Closing[] = []
  return {
    async *booked(month) {
      yield* months.get(month) ?? []
    },
    closings: async () => [...closings],
    async close(closing) {
      const last = closings.at(-1)
      if (last && closing.month !== last.month + 1) return false
      closings.push(closing)
      return true
    },
  }
}

/** Someone who can close months of these books; stands right after May. */
export function closerOf(books: MemoryBooks, changes: Partial<Closer> = {}) {
  const archive = memoryArchive()
  const closer: Closer = {
    ...{ books, program, archive, signer: anySigner(), key: KEY },
    ...{ differences: async () => [], now: () => AFTER_MAY },
    ...changes,
  }
  return { ...closer, archive }
}
