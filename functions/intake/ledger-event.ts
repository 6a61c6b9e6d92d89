import { emailHash } from '#http/email-hash.ts'
import { formatInstant } from '#http/instant.ts'
import type { Fault } from '#http/problem.ts'
import type { LedgerEvent } from '#program/event.ts'
import { checkTime, tooEarly } from './check-time.ts'
import type { CloudEvent } from './event-schema.ts'
import { EARLIEST, LATEST_PLAN_END, MAX_AMOUNT_MINOR } from './limits.ts'
import { present } from './present.ts'
import { readMoney } from './read-money.ts'

/** What an event is judged by. */
export interface Judgement {
  /** Epoch milliseconds. */
  readonly now: number
  /** The program's. */
  readonly currency: string
  /** Under which addresses are hashed. */
  readonly emailKey: Uint8Array
}

/**
 * The ledger's event for a CloudEvent of the right form. What it says and cannot be is added to `faults`; the event is to
 * be used only when there are none.
 */
export function ledgerEvent(sent: Exclude<CloudEvent, { type: 'cost' }>, by: Judgement, faults: Fault[]): LedgerEvent {
  const { source, id, subject, time } = sent
  const happened = { source, id, subject, time }
  checkTime(time, by.now, faults)
  const money = (field: string, text: string, currency: string) => {
    const terms = { currency: by.currency, mostMinor: MAX_AMOUNT_MINOR }
    return readMoney(`/data/${field}`, { amount: text, currency }, terms, faults)
  }
  switch (sent.type) {
    case 'purchase': {
      const { amount, currency, units = 1, categories, note } = sent.data
      const amountMinor = money('amount', amount, currency)
      return { ...happened, type: 'purchase', amountMinor, units, ...present({ categories, note }) }
    }
    case 'refund': {
      const { amount, currency, units = 0, purchase } = sent.data
      return {
        ...happened,
        type: 'refund',
        amountMinor: money('amount', amount, currency),
        units,
        ...present({ purchase }),
      }
    }
    case 'balance': {
      const { balance, currency, account } = sent.data
      return {
        ...happened,
        type: 'balance',
        balanceMinor: money('balance', balance, currency),
        ...present({ account }),
      }
    }
    case 'plan':
      checkSpan(sent.data, faults)
      return { ...happened, type: 'plan', ...sent.data }
    case 'enrolment': {
      const { email, name } = sent.data ?? {}
      const hash = email === undefined ? undefined : emailHash(email, by.emailKey)
      return { ...happened, type: 'enrolment', ...present({ emailHash: hash, name }) }
    }
    default:
      return sent satisfies never
  }
}

/** A plan that ends where it begins was cancelled before it ran: allowed. */
function checkSpan({ from, until }: { readonly from: number; readonly until: number }, faults: Fault[]): void {
  if (from < EARLIEST) faults.push(tooEarly('/data/from'))
  if (until < from) {
    const detail = 'The plan ends before it begins. Let "until" be "from" (it never ran) or later.'
    faults.push({ pointer: '/data/until', code: 'ends_before_it_begins', detail })
  } else if (until > LATEST_PLAN_END) {
    const detail = `Plans end by ${formatInstant(LATEST_PLAN_END)} at the latest. Correct the year.`
    faults.push({ pointer: '/data/until', code: 'too_late', detail })
  }
}
