import type { ActualCost } from '#ledger/actual-cost.ts'
import type { Redemption } from '#ledger/redemption.ts'
import { compareCodePoints } from '#program/code-points.ts'
import { formatMonth } from '#program/month.ts'
import type { Calendar } from './calendar.ts'
import { type Random, randomOf } from './random.ts'

/** A carrier's invoice of a month, and when it came (epoch milliseconds). */
export interface ParcelInvoice {
  readonly cameAt: number
  readonly lines: readonly ActualCost[]
}

/** Which months are invoiced: the others' invoices are still to come, or never were asked for use by use. */
const MONTHS_AGO = [3, 2]
/** Pence: a parcel costs about what was reckoned with, now and then much more. */
const [LEAST, MOST, BULKY] = [296, 352, 610]
/** Lines a month for orders on which nobody used the perk. */
const STRANGERS = 3

/** What Parcel Line charged for two months of free delivery, line by line. The same uses give the same invoices. */
export function parcelInvoices(uses: readonly Redemption[], calendar: Calendar): readonly ParcelInvoice[] {
  const deliveries = uses
    .filter(({ perk }) => perk === 'free-delivery')
    .sort((one, other) => one.at - other.at || compareCodePoints(one.id, other.id))
  return MONTHS_AGO.map((monthsAgo) => {
    const [begin, end] = [calendar.in(monthsAgo, 1, 0), calendar.in(monthsAgo - 1, 1, 0)]
    const ofMonth = deliveries.filter(({ at }) => at >= begin && at < end)
    const random = randomOf(monthsAgo)
    const name = `inv-${formatMonth(calendar.month - monthsAgo)}`
    const charged = ofMonth.map((use, at) => lineOf(random, `${name}/${at + 1}`, use))
    const strangers = Array.from({ length: STRANGERS }, (_, at): ActualCost => {
      const id = `${name}/${ofMonth.length + at + 1}`
      const order = `order-${random.between(9_000, 9_999)}-${at + 1}`
      return { ...parcel(id, end - 86_400_000, priceOf(random)), order, perk: 'free-delivery' }
    })
    return { cameAt: calendar.in(monthsAgo - 1, 6, 10), lines: [...charged, ...strangers] }
  })
}

/** Most lines name the shop's order, as carriers know it. */
function lineOf(random: Random, id: string, { id: redemption, at, basket, perk }: Redemption): ActualCost {
  const line = parcel(id, at + 86_400_000, priceOf(random))
  return basket?.order === undefined || random.chance(0.2)
    ? { ...line, redemption }
    : { ...line, order: basket.order, perk }
}

const parcel = (id: string, time: number, amountMinor: number) => ({ source: 'parcel-line', id, time, amountMinor })

const priceOf = (random: Random) => (random.chance(0.04) ? BULKY : random.between(LEAST, MOST))
