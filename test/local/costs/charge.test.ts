import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { billOf } from '#local/costs/bill.ts'
import { charge } from '#local/costs/charge.ts'
import { dollarText, nano, shownParts } from '#local/costs/dollars.ts'
import { SERVICES } from '#local/costs/price.ts'
import { METERS, PRICES } from '#local/costs/prices.ts'
import { times, together, type Usage, units } from '#local/costs/usage.ts'

const billed = { isFreeCounted: true }
const listed = { isFreeCounted: false }

describe('a charge', () => {
  it('is the price of a million for a million', () => {
    expect(charge(PRICES.writeUnits, units(1_000_000), billed)).toBe(nano('0.625'))
    expect(charge(PRICES.readUnits, units(1_000_000), billed)).toBe(nano('0.125'))
    expect(charge(PRICES.apiRequests, units(1_000_000), billed)).toBe(nano('1'))
  })

  it('for a gigabyte of memory and a second is what AWS writes down for it', () => {
    expect(charge(PRICES.megabyteMilliseconds, units(1024 * 1000 * 1_000_000), listed)).toBe(nano('13.3334'))
  })

  it('counts half a read unit as half of one', () => {
    expect(charge(PRICES.readUnits, units(0.5), listed)).toBe(63n)
    expect(charge(PRICES.readUnits, units(500_000), listed)).toBe(nano('0.0625'))
  })

  it('leaves out what is free every month, and asks for the first request beyond', () => {
    expect(charge(PRICES.edgeRequests, units(10_000_000), billed)).toBe(0n)
    expect(charge(PRICES.edgeRequests, units(10_010_000), billed)).toBe(nano('0.01'))
    expect(charge(PRICES.edgeRequests, units(10_000), listed)).toBe(nano('0.01'))
    expect(charge(PRICES.activeMembers, units(10_001), billed)).toBe(nano('0.015'))
  })

  it('falls from band to band, each for what lies in it', () => {
    expect(charge(PRICES.apiRequests, units(301_000_000), billed)).toBe(nano('300.9'))
    const tb = 1024 ** 4
    expect(charge(PRICES.edgeBytes, units(11 * tb), billed)).toBe(nano('865.28'))
  })
})

describe('the prices', () => {
  it('have bands without gaps, that fall once they are not free, and a last one without end', () => {
    for (const meter of METERS) {
      const bands = PRICES[meter].bands
      expect(bands.at(-1)?.upTo, meter).toBeNull()
      const limits = bands.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]))
      expect(limits, meter).toEqual([...limits].sort((one, other) => (one < other ? -1 : 1)))
      const paid = bands.map(({ nanoDollars }) => nanoDollars).filter((dollars) => dollars > 0n)
      expect(paid, meter).toEqual([...paid].sort((one, other) => (one > other ? -1 : 1)))
    }
  })

  it('each say on which day they were read, and where they can be checked', () => {
    for (const meter of METERS) {
      const { page, readOn } = PRICES[meter].source
      expect(readOn).toMatch(/^2026-\d{2}-\d{2}$/)
      expect(page).toMatch(/^aws\.amazon\.com\/[a-z0-9-]+\/pricing$/)
    }
  })
})

const usages = fc
  .array(fc.tuple(fc.constantFrom(...METERS), fc.bigInt({ min: 0n, max: 10n ** 24n })), { maxLength: 8 })
  .map((pairs): Usage => Object.fromEntries(pairs))

describe('a bill', () => {
  it('is the sum of its services, to the nano-dollar', () => {
    fc.assert(
      fc.property(usages, fc.boolean(), (usage, isFreeCounted) => {
        const { total, parts } = billOf(usage, { isFreeCounted })
        expect(SERVICES.reduce((sum, service) => sum + parts[service], 0n)).toBe(total)
      }),
    )
  })

  it('never falls when more is used', () => {
    fc.assert(
      fc.property(usages, usages, fc.boolean(), (usage, more, isFreeCounted) => {
        const options = { isFreeCounted }
        expect(billOf(together(usage, more), options).total).toBeGreaterThanOrEqual(billOf(usage, options).total)
        expect(billOf(times(2n, usage), options).total).toBeGreaterThanOrEqual(billOf(usage, options).total)
      }),
    )
  })

  it('is never higher with what is free than by the list', () => {
    fc.assert(fc.property(usages, (usage) => billOf(usage, billed).total <= billOf(usage, listed).total))
  })
})

describe('dollars as they are shown', () => {
  it('are rounded half up to the cent', () => {
    expect(dollarText(nano('0.005'))).toBe('$0.01')
    expect(dollarText(nano('0.004999999'))).toBe('$0.00')
    expect(dollarText(nano('1234567.8'))).toBe('$1,234,567.80')
  })

  it('add up: the parts that are shown are the sum that is shown, and none is off by more than a cent', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { maxLength: 9 }), (parts) => {
        const shown = shownParts(parts)
        const sum = (amounts: readonly bigint[]) => amounts.reduce((one, other) => one + other, 0n)
        expect(dollarText(sum(shown))).toBe(dollarText(sum(parts)))
        for (const [index, part] of parts.entries()) {
          const off = part - (shown[index] ?? 0n)
          expect(off < 10_000_000n && off > -10_000_000n).toBe(true)
        }
      }),
    )
  })

  it('are read from decimals alone', () => {
    expect(nano('13.3334')).toBe(13_333_400_000n)
    for (const text of ['1e3', '-1', '.5', '1.0000000001', '']) expect(() => nano(text)).toThrow(RangeError)
  })
})
