/**
 * A fraction as a whole number, half up: 2.5 → 3, −2.5 → −2. The one rounding of finance's figures, to a minor unit or to a
 * tenth of a percent; everything before it is exact. `under` is above zero.
 */
export function halfUp(over: bigint, under: bigint): number {
  const doubled = 2n * over + under
  const floor = doubled / (2n * under)
  // BigInt division cuts towards zero, rounding half up goes down.
  return Number(doubled < 0n && floor * 2n * under !== doubled ? floor - 1n : floor)
}

/** What one number is of another in percent, half up to one decimal; null of nothing, or of less than nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? halfUp(BigInt(part) * 1000n, BigInt(whole)) / 10 : null
}

/** An amount shared among so many, half up to a minor unit; null where there is nobody. */
export function perEach(minor: number, count: number): number | null {
  return count > 0 ? halfUp(BigInt(minor), BigInt(count)) : null
}
