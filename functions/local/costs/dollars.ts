/** Dollars are counted in whole nano-dollars, so that no sum drifts. */
export type Nano = bigint

const NANO_DIGITS = 9
const NANO = 10n ** BigInt(NANO_DIGITS)

/** "0.625" → 625,000,000. Throws a RangeError for what is no decimal of at most nine places. */
export function nano(dollars: string): Nano {
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d{1,9}))?$/.exec(dollars) ?? []
  if (whole === '') throw new RangeError(`"${dollars}" is no amount of dollars of at most nine decimals.`)
  return BigInt(whole) * NANO + BigInt(fraction.padEnd(NANO_DIGITS, '0'))
}

/** A quotient of two numbers that are not negative, rounded half up. */
export const halfUp = (dividend: bigint, divisor: bigint): bigint => (2n * dividend + divisor) / (2n * divisor)

const CENT = NANO / 100n

/** Rounded half up to the cent: "$1,234.50". */
export function dollarText(amount: Nano): string {
  const cents = halfUp(amount, CENT)
  const whole = (cents / 100n).toString().replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `$${whole}.${(cents % 100n).toString().padStart(2, '0')}`
}

/**
 * Amounts as they are shown, to the cent: running sums are rounded half up, and each shown part is the difference of two.
 * So what is shown adds up to what is shown as the sum, and no part is off by more than a cent.
 */
export function shownParts(parts: readonly Nano[]): readonly Nano[] {
  let sum = 0n
  let shown = 0n
  return parts.map((part) => {
    sum += part
    const next = halfUp(sum, CENT) * CENT
    const difference = next - shown
    shown = next
    return difference
  })
}
