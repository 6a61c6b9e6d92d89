/** An exact decimal number: `digits` shifted right by `decimals` places. "-4.95" is { digits: -495n, decimals: 2 }. */
export interface Decimal {
  readonly digits: bigint
  readonly decimals: number
}

export type DecimalMark = '.' | ','

const SHAPES: Readonly<Record<DecimalMark, RegExp>> = { '.': /^-?\d+(\.\d+)?$/, ',': /^-?\d+(,\d+)?$/ }

/** Longer numbers are no quantities or prices, and would only cost time. */
const MOST_CHARACTERS = 40

/** Plain digits with an optional minus and decimal mark; undefined for all else (exponents, grouping, currency signs). */
export function parseDecimal(text: string, mark: DecimalMark): Decimal | undefined {
  if (text.length > MOST_CHARACTERS || !SHAPES[mark].test(text)) return undefined
  const [whole = '', fraction = ''] = text.split(mark)
  return { digits: BigInt(whole + fraction), decimals: fraction.length }
}

export function multiply(one: Decimal, other: Decimal): Decimal {
  return { digits: one.digits * other.digits, decimals: one.decimals + other.decimals }
}

/** Negative, zero or positive, as the first is below, equal to or above the second. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const difference = one.digits * 10n ** BigInt(other.decimals) - other.digits * 10n ** BigInt(one.decimals)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** To so many decimals, as an integer of that unit. A tie goes to the even neighbour: 0.125 → 12, 0.135 → 14. */
export function roundHalfEven({ digits, decimals }: Decimal, toDecimals: number): bigint {
  if (decimals <= toDecimals) return digits * 10n ** BigInt(toDecimals - decimals)
  const divisor = 10n ** BigInt(decimals - toDecimals)
  const size = digits < 0n ? -digits : digits
  const down = size / divisor
  const twiceRest = (size % divisor) * 2n
  const up = twiceRest > divisor || (twiceRest === divisor && down % 2n === 1n)
  const rounded = up ? down + 1n : down
  return digits < 0n ? -rounded : rounded
}
