import type { Assumed } from './assumptions.ts'
import { type Bill, billOf } from './bill.ts'
import { type Limit, limitsOf, shareOf } from './limits.ts'
import { loadOf } from './load.ts'
import type { Piece } from './measure/piece.ts'
import type { Measurements } from './measurements.ts'
import { monthUsage } from './month.ts'
import { times, together, type Usage } from './usage.ts'
import { pageUsage, pieceUsage } from './work.ts'

/** What it all costs, and where it ends. */
export interface Report {
  /** A million of each thing that people and shops do, at list prices. */
  readonly millions: readonly { readonly name: string; readonly bill: Bill }[]
  /** A month of a stage that nobody uses. */
  readonly idle: Bill
  /** A month, by the number of members, with what AWS gives for nothing taken off. */
  readonly months: readonly Month[]
}

export interface Month {
  readonly members: bigint
  readonly bill: Bill
  /** Those that are used up most, the most first; and what is used up of each. */
  readonly limits: readonly { readonly limit: Limit; readonly load: number; readonly share: number }[]
}

/** The sizes of the page. */
export const SIZES: readonly bigint[] = [10_000n, 1_000_000n, 100_000_000n]

const MILLION = 1_000_000n

/** Reckons everything from what was measured and what is assumed. */
export function reportOf(measured: Measurements, assumed: Assumed, sizes: readonly bigint[] = SIZES): Report {
  const million = (name: string, usage: Usage) => ({ name, bill: billOf(usage, { isFreeCounted: false }) })
  const pieces = (piece: Piece) => times(MILLION, pieceUsage(piece, measured, assumed))
  const pages = times(MILLION, pageUsage(measured, assumed))
  return {
    millions: [
      million('standings', pieces('standing')),
      million('standings, asked by a till', pieces('deskStanding')),
      million('perks, asked by a till', pieces('tillLookUp')),
      million('redemptions', pieces('redemption')),
      million('purchases, each by itself', pieces('purchase')),
      million('purchases, a hundred at a time', times(MILLION / 100n, pieceUsage('purchases100', measured, assumed))),
      million('page views', pages),
      million('visits to one’s own page', together(pages, ...OWN_PAGE.map(pieces))),
      million('sign-ins', pieces('signIn')),
    ],
    idle: billOf(monthUsage(0n, measured, assumed), { isFreeCounted: true }),
    months: sizes.map((members) => monthOf(members, measured, assumed)),
  }
}

/** What the page asks the API for (`web/standing/start.ts`). */
const OWN_PAGE: readonly Piece[] = ['standing', 'trajectory', 'activity']

function monthOf(members: bigint, measured: Measurements, assumed: Assumed): Month {
  const load = loadOf(Number(members), measured, assumed)
  const limits = limitsOf(measured).map((limit) => ({
    ...{ limit, load: limit.load(load), share: shareOf(limit, load) },
  }))
  const bill = billOf(monthUsage(members, measured, assumed), { isFreeCounted: true })
  return { members, bill, limits: limits.sort((one, other) => other.share - one.share) }
}
