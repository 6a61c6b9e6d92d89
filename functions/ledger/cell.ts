/** Three sums that are always read and changed together. */
export interface Cell {
  /** Minor units. */
  readonly minor: number
  readonly orders: number
  readonly units: number
}

/**
 * A cell is one DynamoDB number: `minor × 10^19 + orders × 10^12 + units`. Numbers have 38 exact digits there, and packing
 * is linear, so a single ADD changes all three at once without reading them first. There is room for 10^7 − 1 orders and
 * 10^12 − 1 units.
 */
const UNITS_DIGITS = 12
const ORDERS_DIGITS = 7
const UNITS = 10n ** BigInt(UNITS_DIGITS)
const ORDERS = 10n ** BigInt(ORDERS_DIGITS)

/** The largest amount and the most units that a cell can hold and still be read exactly. */
export const MAX_MINOR = Number.MAX_SAFE_INTEGER
export const MAX_CELL_UNITS = 10 ** UNITS_DIGITS - 1

/** What to ADD for these sums; they may be negative, as a refund takes away. */
export function packCell({ minor, orders, units }: Cell): bigint {
  return (BigInt(minor) * ORDERS + BigInt(orders)) * UNITS + BigInt(units)
}

/** The sums in a stored number, sliced from its digits. Throws a RangeError when an amount is above 2^53 − 1. */
export function unpackCell(digits: string): Cell {
  const padded = digits.padStart(UNITS_DIGITS + ORDERS_DIGITS + 1, '0')
  return {
    minor: exact(padded.slice(0, -(UNITS_DIGITS + ORDERS_DIGITS))),
    orders: Number(padded.slice(-(UNITS_DIGITS + ORDERS_DIGITS), -UNITS_DIGITS)),
    units: Number(padded.slice(-UNITS_DIGITS)),
  }
}

/** A whole number from its digits. Throws a RangeError above 2^53 − 1, where it could not be calculated with exactly. */
export function exact(digits: string): number {
  const number = Number(digits)
  if (Number.isSafeInteger(number)) return number
  throw new RangeError(`A stored sum, ${digits}, is too large to be calculated with exactly.`)
}
