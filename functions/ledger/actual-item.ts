import { isDeepStrictEqual } from 'node:util'
import type { Month } from '#program/month.ts'
import type { ActualCost, StoredActual, Unmatched } from './actual-cost.ts'
import { ACTUAL, actualPk, type Item, keyOf } from './keys.ts'
import { periodOf } from './period.ts'
import type { Change } from './write.ts'

/**
 * The item of an actual cost has one attribute per field, under the field's own name. They never change, but for `match`
 * (the use, the true-up and its amount) and `reason`: a cost that has no use yet can be matched later. `month` is that of its
 * recording.
 */
export function actualItem(actual: StoredActual, month: Month): Item {
  const pk = actualPk(actual)
  const { time, recordedAt, amountMinor, redemption, order, perk, note, match, reason } = actual
  return {
    ...keyOf(pk),
    ...{ type: { S: 'actual' }, period: { S: periodOf('actuals', month, pk) } },
    ...{ time: { N: String(time) }, recordedAt: { N: String(recordedAt) }, amountMinor: { N: String(amountMinor) } },
    ...(redemption !== undefined && { redemption: { S: redemption } }),
    ...(order !== undefined && { order: { S: order } }),
    ...(perk !== undefined && { perk: { S: perk } }),
    ...(note !== undefined && { note: { S: note } }),
    ...(match && { match: matchValue(match) }),
    ...(reason && { reason: { S: reason } }),
  }
}

export function actualIn(item: Item): StoredActual {
  const [source, id] = JSON.parse(item.pk?.S?.slice(ACTUAL.length) ?? '') as [string, string]
  const { redemption, order, perk, note } = item
  return {
    ...{ source, id, time: Number(item.time?.N), amountMinor: Number(item.amountMinor?.N) },
    ...(redemption?.S !== undefined && { redemption: redemption.S }),
    ...(order?.S !== undefined && { order: order.S }),
    ...(perk?.S !== undefined && { perk: perk.S }),
    ...(note?.S !== undefined && { note: note.S }),
    recordedAt: Number(item.recordedAt?.N),
    match: item.match?.S === undefined ? null : matchIn(item.match.S),
    reason: item.match ? null : ((item.reason?.S as Unmatched | undefined) ?? null),
  }
}

/** Whether two reports of one identity say the same. */
export const isSameActual = (one: ActualCost, other: ActualCost): boolean =>
  isDeepStrictEqual(contentOf(one), contentOf(other))

const contentOf = ({ time, amountMinor, redemption, order, perk, note }: ActualCost) => ({
  ...{ time, amountMinor, redemption, order, perk, note },
})

type Match = NonNullable<StoredActual['match']>

/** Matches what had been kept without a use. Loses when somebody else has matched it meanwhile. */
export const matchWrite = (actual: ActualCost, match: Match): Change => ({
  pk: actualPk(actual),
  set: new Map([['match', matchValue(match)]]),
  add: new Map(),
  asSeen: new Map([['match', undefined]]),
})

/** Keeps another reason why there is no use. */
export const reasonWrite = (actual: ActualCost, reason: Unmatched): Change => ({
  pk: actualPk(actual),
  set: new Map([['reason', { S: reason }]]),
  add: new Map(),
  asSeen: new Map([['match', undefined]]),
})

const matchValue = ({ redemption, trueUpMinor, trueUp }: Match) => ({
  S: JSON.stringify([redemption, trueUpMinor, trueUp]),
})

function matchIn(stored: string): Match {
  const [redemption, trueUpMinor, trueUp] = JSON.parse(stored) as [string, number, string]
  return { redemption, trueUpMinor, trueUp }
}
