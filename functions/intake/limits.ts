/** What an event may hold, beyond its form. Every refusal names the limit that was passed. */

/** 10^13 − 1 minor units: a hundred thousand million pounds less a penny. 900 of them still add up exactly. */
export const MAX_AMOUNT_MINOR = 10 ** 13 - 1
export const MAX_UNITS = 999_999
export const MAX_CATEGORIES = 20
export const MAX_NOTE_LENGTH = 500
export const MAX_NAME_LENGTH = 200
export const MAX_BATCH = 500

/** Events before this instant are typing errors. */
export const EARLIEST = Date.UTC(1990, 0, 1)
/** Plans end before this instant. */
export const LATEST_PLAN_END = Date.UTC(2200, 0, 1)
/** Clocks differ: an event may come from this far ahead. */
export const AHEAD_MS = 10 * 60_000
