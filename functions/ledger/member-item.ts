import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { comparePlans } from '#program/fold.ts'
import type { Month } from '#program/month.ts'
import type { Uses } from '#program/perks/uses.ts'
import type { MemberSums, MonthBalance, MonthSums, PlanSpan } from '#program/sums.ts'
import { exact, unpackCell } from './cell.ts'
import type { Item } from './keys.ts'
import type { MemberRecord } from './ledger.ts'
import { USES, usesIn } from './use-counter.ts'

/**
 * A member's item is a flat list of attributes, so that each can be changed without reading the others:
 *
 * - `IQ`: the purchases of a month, as a cell (`cell.ts`). The name is the month, counted from January 1970, in upper-case
 *   base 36, so it is short and can be no other attribute's name.
 * - `-IQ`: the refunds of that month that name no purchase, in minor units.
 * - `=IQ`: the balances of that month: the smallest, then the last with the event that reported it.
 * - `plan:["plus",1700000000000]`: until when that span of that plan runs, with the event that said so.
 * - `first`, `enrolled`: the earliest event that is in no month's attribute, the earliest enrolment.
 * - `ahead`: the latest event that lay in the future when it was recorded.
 * - `name`: the last name given, with the event that gave it. `entries`: how many there are. `signedOut`, `card`: see the ledger.
 * - `erasing`: since when the person is being erased; whatever else is written proves that it is not there (`erase.ts`).
 * - `uses:lounge`: what was used of a perk (`use-counter.ts`). `redemptions`: how many redemptions and reversals there are.
 *
 * Each value depends on which entries there are and not on their order.
 */
const EPOCH: Month = 1970 * 12
const LOOSE = '-'
const BALANCE = '='
const PLAN = 'plan:'
export const ERASING = 'erasing'
const IS_MONTH = /^[0-9A-Z]+$/

export const monthAttribute = (month: Month): string => (month - EPOCH).toString(36).toUpperCase()
export const looseAttribute = (month: Month): string => LOOSE + monthAttribute(month)
export const balanceAttribute = (month: Month): string => BALANCE + monthAttribute(month)
export const planAttribute = (plan: string, from: number): string => PLAN + JSON.stringify([plan, from])

/** The month of which `monthAttribute` is the name. */
export const monthIn = (attribute: string): Month => Number.parseInt(attribute, 36) + EPOCH

/** Whether an attribute follows from the entries. Others, such as the end of sessions, are facts of their own. */
export const isDerived = (attribute: string): boolean =>
  /^[-=]?[0-9A-Z]+$/.test(attribute) ||
  attribute.startsWith(PLAN) ||
  attribute.startsWith(USES) ||
  ['first', 'enrolled', 'ahead', 'name', 'entries', 'redemptions'].includes(attribute)

/** What a member's item says, with months told apart in the program's zone. */
export function memberRecord(id: string, item: Item, monthOf: (time: number) => Month): MemberRecord {
  const enrolledAt = instant(item.enrolled)
  return {
    id,
    sums: sumsOf(item, monthOf),
    entries: Number(item.entries?.N ?? 0),
    redemptions: Number(item.redemptions?.N ?? 0),
    uses: usesByPerk(item),
    aheadUntil: instant(item.ahead),
    name: item.name?.L?.[0]?.S ?? null,
    enrolledAt,
    signedOutAt: instant(item.signedOut),
    card: item.card?.S ?? null,
    ...(item[ERASING] && { isErasing: true }),
  }
}

function usesByPerk(item: Item): ReadonlyMap<string, Uses> {
  const uses = new Map<string, Uses>()
  for (const name in item) {
    const value = item[name]
    if (value && name.startsWith(USES)) uses.set(name.slice(USES.length), usesIn(value))
  }
  return uses
}

/** Written for speed, as it runs on every reading of a standing: one pass, and a month's sums are filled in place. */
function sumsOf(item: Item, monthOf: (time: number) => Month): MemberSums {
  const months = new Map<Month, Filling<MonthSums>>()
  const sumsAt = (month: Month) => {
    const sums = months.get(month) ?? emptyMonth(month)
    months.set(month, sums)
    return sums
  }
  const balances: MonthBalance[] = []
  const plans: PlanSpan[] = []
  let boughtFirst = Number.POSITIVE_INFINITY
  for (const name in item) {
    const value = item[name]
    if (value === undefined) continue
    if (IS_MONTH.test(name)) {
      const month = monthIn(name)
      const { minor, orders, units } = unpackCell(value.N ?? '0')
      const sums = sumsAt(month)
      sums.netMinor = minor
      sums.orders = orders
      sums.units = units
      boughtFirst = Math.min(boughtFirst, month)
    } else if (name.startsWith(LOOSE)) sumsAt(monthIn(name.slice(1))).looseRefundsMinor = exact(value.N ?? '0')
    else if (name.startsWith(BALANCE)) balances.push(monthBalance(monthIn(name.slice(1)), value))
    else if (name.startsWith(PLAN)) plans.push(planSpan(name.slice(PLAN.length), value))
  }
  const sorted = [...months.values()].sort(byMonth)
  const monthAt = (time: AttributeValue | undefined) => (time?.N ? monthOf(Number(time.N)) : Number.POSITIVE_INFINITY)
  return {
    months: sorted,
    balances: balances.sort(byMonth),
    plans: plans.sort(comparePlans),
    firstMonth: orNull(Math.min(sorted[0]?.month ?? Number.POSITIVE_INFINITY, monthAt(item.first))),
    joinedMonth: orNull(Math.min(boughtFirst, monthAt(item.enrolled))),
  }
}

type Filling<T> = { -readonly [Field in keyof T]: T[Field] }

const orNull = (month: Month): Month | null => (month === Number.POSITIVE_INFINITY ? null : month)

const emptyMonth = (month: Month): Filling<MonthSums> => ({
  month,
  netMinor: 0,
  looseRefundsMinor: 0,
  orders: 0,
  units: 0,
})

function monthBalance(month: Month, { L: [low, last] = [] }: AttributeValue): MonthBalance {
  return { month, lowMinor: Number(low?.N), lastMinor: Number(last?.N) }
}

function planSpan(name: string, { L: [until] = [] }: AttributeValue): PlanSpan {
  const [plan, from] = JSON.parse(name) as [string, number]
  return { plan, from, until: Number(until?.N) }
}

const instant = (value: AttributeValue | undefined): number | null => (value?.N === undefined ? null : Number(value.N))

const byMonth = (one: { month: Month }, other: { month: Month }) => one.month - other.month
