import { halfUp, type Nano } from './dollars.ts'
import type { Band, Price } from './price.ts'

/** Quantities are counted in millionths of a meter's unit: half a read unit is 500,000. */
const MILLIONTHS = 1_000_000n

/**
 * What a quantity costs in a month, band by band from the first on; `quantity` is in millionths of the meter's unit and not
 * negative. What is free every month is a band of its own, left out of list prices. Each charge is rounded once, half up to
 * the nano-dollar.
 */
export function charge({ bands, per }: Price, quantity: bigint, { isFreeCounted }: { isFreeCounted: boolean }): Nano {
  let left = quantity
  let dividend = 0n
  let from = 0n
  for (const { upTo, nanoDollars } of isFreeCounted ? bands : listBands(bands)) {
    const room = upTo === null ? left : (upTo - from) * MILLIONTHS
    const here = left < room ? left : room
    dividend += here * nanoDollars
    left -= here
    from = upTo ?? from
  }
  return halfUp(dividend, per * MILLIONTHS)
}

/** The first price that is asked, for any quantity: what one more unit costs beyond what is free. */
function listBands(bands: readonly Band[]): readonly Band[] {
  const first = bands.find(({ nanoDollars }) => nanoDollars > 0n)
  return first ? [{ ...first, upTo: null }] : []
}
