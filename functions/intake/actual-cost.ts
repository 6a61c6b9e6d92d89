import type { Fault } from '#http/problem.ts'
import { type ActualCost, MAX_ACTUAL_MINOR } from '#ledger/actual-cost.ts'
import { checkTime } from './check-time.ts'
import type { CloudEvent } from './event-schema.ts'
import type { Judgement } from './ledger-event.ts'
import { present } from './present.ts'
import { readMoney } from './read-money.ts'

/**
 * What a supplier charged, for a `cost` event of the right form. What it says and cannot be is added to `faults`; the cost
 * is to be used only when there are none.
 */
export function actualCost(sent: Extract<CloudEvent, { type: 'cost' }>, by: Judgement, faults: Fault[]): ActualCost {
  const { source, id, time, data } = sent
  const { redemption, order, perk, note } = data
  checkTime(time, by.now, faults)
  const before = faults.length
  const terms = { currency: by.currency, mostMinor: MAX_ACTUAL_MINOR }
  const amountMinor = readMoney('/data/amount', data, terms, faults)
  if (amountMinor === 0 && faults.length === before) faults.push(NOTHING_CHARGED)
  if (redemption === undefined && order === undefined) faults.push(NO_REFERENCE)
  return { source, id, time, amountMinor, ...present({ redemption, order, perk, note }) }
}

const NOTHING_CHARGED: Fault = {
  pointer: '/data/amount',
  code: 'nothing_charged',
  detail: 'The amount is zero, so there is no cost to report. Leave the event out.',
}

const NO_REFERENCE: Fault = {
  pointer: '/data',
  code: 'no_reference',
  detail: 'It names neither a redemption nor an order. Say what the cost was for.',
}
