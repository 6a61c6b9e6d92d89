import { emailHash } from '#http/email-hash.ts'
import { formatInstant } from '#http/instant.ts'
import type { Fault } from '#http/problem.ts'
import type { LedgerEvent } from '#program/event.ts'
import { formatMoney, MoneyError, parseMoney } from '#program/money.ts'
import type { CloudEvent } from './event-schema.ts'
import { AHEAD_MS, EARLIEST, LATEST_PLAN_END, MAX_AMOUNT_MINOR } from './limits.ts'

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
export function ledgerEvent(sent: CloudEvent, by: Judgement, faults: Fault[]): LedgerEvent {
  const { source, id, subject, time } = sent
  const happened = { source, id, subject, time }
  checkTime(time, by.now, faults)
  const money = (field: string, text: string, currency: string) => {
    return readMoney(`/data/${field}`, text, currency, by.currency, faults)
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

/** The fields that are there. */
function present<T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(there) as { [Name in keyof T]?: Exclude<T[Name], undefined> }
}

/** Minor units; 0 beside a fault where it is no amount. */
function readMoney(pointer: string, text: string, currency: string, programs: string, faults: Fault[]): number {
  if (currency !== programs) {
    const detail = `The program counts in ${programs}. Send the amount in ${programs}, converted as you charged it.`
    faults.push({ pointer: '/data/currency', code: 'wrong_currency', detail })
    return 0
  }
  try {
    const minor = parseMoney(text, currency)
    if (minor <= MAX_AMOUNT_MINOR) return minor
    const most = formatMoney(MAX_AMOUNT_MINOR, currency)
    faults.push({ pointer, code: 'too_big', detail: `The amount is above ${most}, the most one event may carry.` })
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error
    faults.push({ pointer, code: 'bad_money', detail: error.message })
  }
  return 0
}

/** When the event happened: not before 1990, and not later than clocks differ. */
function checkTime(time: number, now: number, faults: Fault[]): void {
  const latest = now + AHEAD_MS
  if (time < EARLIEST) faults.push(tooEarly('/time'))
  if (time <= latest) return
  const detail = `It lies more than 10 minutes ahead of our clock (${formatInstant(now)}). Send it when it has happened.`
  faults.push({ pointer: '/time', code: 'in_the_future', detail })
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

const tooEarly = (pointer: string): Fault => ({
  pointer,
  code: 'too_early',
  detail: `Times before ${formatInstant(EARLIEST)} are not taken. Correct the year.`,
})
