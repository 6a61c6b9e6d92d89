import type { LedgerEvent } from '#program/event.ts'
import { isPseudonym } from './pseudonym.ts'

/** The first instant an event may have: months are counted from 1970 on, and no zone is a year away from UTC. */
export const EARLIEST_TIME = Date.UTC(1971, 0, 1)
/** The first instant that is too late for an event. */
export const TIME_LIMIT = Date.UTC(3000, 0, 1)
/** The most units an event may have, so that a month's units fit their place in the sums. */
export const MAX_UNITS = 999_999_999

/** Why the ledger cannot hold an event, as a sentence for its sender; undefined when it can. */
export function whyNotRecordable(event: LedgerEvent): string | undefined {
  if (!Number.isSafeInteger(event.time) || event.time < EARLIEST_TIME || event.time >= TIME_LIMIT) {
    return 'The time must lie in the years 1971 to 2999.'
  }
  if (isPseudonym(event.subject)) {
    return 'The subject has the form of a pseudonym, under which only erased members are kept. Send the id of a member.'
  }
  switch (event.type) {
    case 'purchase':
    case 'refund':
      return whyNotAmount('amount', event.amountMinor) ?? whyNotUnits(event.units)
    case 'balance':
      return whyNotAmount('balance', event.balanceMinor)
    case 'plan':
      return Number.isSafeInteger(event.from) && Number.isSafeInteger(event.until)
        ? undefined
        : 'A plan runs from an instant until an instant, each in whole milliseconds.'
    case 'enrolment':
      return undefined
    default:
      return `"${(event satisfies never as LedgerEvent).type}" is not a type of event.`
  }
}

function whyNotAmount(what: string, minor: number): string | undefined {
  if (Number.isSafeInteger(minor) && minor >= 0) return undefined
  return `The ${what} must be a whole number of minor units, from 0 to 2^53 - 1.`
}

function whyNotUnits(units: number): string | undefined {
  if (Number.isSafeInteger(units) && units >= 0 && units <= MAX_UNITS) return undefined
  return `The units must be a whole number from 0 to ${MAX_UNITS}.`
}
