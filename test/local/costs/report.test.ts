import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSUMPTION_NAMES, ASSUMPTIONS, type Assumed, type AssumptionName, USUAL } from '#local/costs/assumptions.ts'
import { dollarText, nano } from '#local/costs/dollars.ts'
import { billCells } from '#local/costs/figures.ts'
import { billedMs } from '#local/costs/lambda-time.ts'
import { loadOf } from '#local/costs/load.ts'
import { storedMeasurements } from '#local/costs/measurements.ts'
import { SERVICES } from '#local/costs/price.ts'
import { reportOf } from '#local/costs/report.ts'

const measured = storedMeasurements()
const report = reportOf(measured, USUAL)
const million = (name: string) => {
  const found = report.millions.find((one) => one.name === name)
  if (!found) throw new Error(`There is no row "${name}".`)
  return found.bill
}

/** Everything else as usual, the figures that are named as they come. */
const assumedWith = (...names: readonly AssumptionName[]): fc.Arbitrary<Assumed> =>
  fc
    .record(
      Object.fromEntries(
        names.map((name) => {
          const [min, max] = ASSUMPTIONS[name].range
          return [name, fc.double({ min, max, noNaN: true })]
        }),
      ),
    )
    .map((some) => ({ ...USUAL, ...some }))

/** Of every order of magnitude as often as of any other. */
const members = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 8 }))
  .map(([figures, zeros]) => BigInt(figures) * 10n ** BigInt(zeros))

describe('a million', () => {
  it('standings cost half a read unit each, and one request to the API', () => {
    expect(million('standings').parts.DynamoDB).toBe(nano('0.0625'))
    expect(million('standings').parts['HTTP API']).toBe(nano('1'))
  })

  it('purchases cost six write units each, alone or a hundred at a time', () => {
    expect(million('purchases, each by itself').parts.DynamoDB).toBe(nano('3.75'))
    expect(million('purchases, a hundred at a time').parts.DynamoDB).toBe(nano('3.75'))
  })

  it('purchases are cheaper a hundred at a time', () => {
    expect(million('purchases, a hundred at a time').total).toBeLessThan(million('purchases, each by itself').total)
  })

  it('page views meet the edge alone', () => {
    const { parts } = million('page views')
    for (const service of ['DynamoDB', 'Lambda', 'HTTP API', 'Cognito'] as const) expect(parts[service]).toBe(0n)
    expect(parts.CloudFront).toBeGreaterThan(0n)
  })
})

describe('a month', () => {
  it('costs what its services cost, in nano-dollars and as it is shown', () => {
    for (const { bill } of [...report.months, ...report.millions]) {
      expect(SERVICES.reduce((sum, service) => sum + bill.parts[service], 0n)).toBe(bill.total)
      expect(billCells(bill).at(-1)).toBe(dollarText(bill.total))
    }
  })

  it('never costs less with twice as many members', () => {
    fc.assert(
      fc.property(members, assumedWith('purchases', 'visits', 'active', 'monthsKept'), (count, assumed) => {
        const [one, twice] = reportOf(measured, assumed, [count, 2n * count]).months
        expect(twice?.bill.total).toBeGreaterThanOrEqual(one?.bill.total ?? 0n)
      }),
      { numRuns: 200 },
    )
  })

  it('of nobody is that of a stage that nobody uses', () => {
    const [none] = reportOf(measured, USUAL, [0n]).months
    expect(none?.bill).toEqual(report.idle)
  })

  it('without people and machines who sign in asks nothing for them', () => {
    const [none] = reportOf(measured, { ...USUAL, active: 0, machines: 0 }, [1_000_000n]).months
    expect(none?.bill.parts.Cognito).toBe(report.idle.parts.Cognito)
  })

  it('has a price for whatever is assumed', () => {
    fc.assert(
      fc.property(members, assumedWith(...ASSUMPTION_NAMES), (count, assumed) => {
        const [month] = reportOf(measured, assumed, [count]).months
        expect(month?.bill.total).toBeGreaterThanOrEqual(report.idle.parts.WAF)
      }),
      { numRuns: 50 },
    )
  })
})

describe('limits', () => {
  it('are used up twice as much by twice as many members', () => {
    const [one, twice] = reportOf(measured, USUAL, [1_000_000n, 2_000_000n]).months
    for (const { limit, share } of one?.limits ?? []) {
      const same = twice?.limits.find(({ limit: other }) => other.what === limit.what)
      expect(same?.share, limit.what).toBeCloseTo(2 * share, 9)
    }
  })

  it('know that a turn of a month takes half as long where twice as much of it is done at once', () => {
    const turnWith = (turnsAtOnce: number) =>
      loadOf(1_000_000, { ...measured, stage: { ...measured.stage, turnsAtOnce } }, USUAL).turnSeconds
    expect(turnWith(8)).toBeCloseTo(turnWith(4) / 2, 9)
  })

  it('stand in the order in which they are met', () => {
    for (const { limits } of report.months) {
      const shares = limits.map(({ share }) => share)
      expect(shares).toEqual(shares.toSorted((one, other) => other - one))
    }
  })
})

describe('the time of a function', () => {
  const call = { memoryMb: 1769, cpuMicroseconds: 1_000, waitMs: 4 }

  it('is billed by the millisecond, rounded up', () => {
    expect(billedMs(call, USUAL)).toBe(5)
    expect(billedMs({ ...call, cpuMicroseconds: 1_001 }, USUAL)).toBe(6)
  })

  it('is longer with less memory, by the processor that goes with it, and not shorter with more than a whole one', () => {
    expect(billedMs({ ...call, memoryMb: 1769 / 4 }, USUAL)).toBe(8)
    expect(billedMs({ ...call, memoryMb: 10_240 }, USUAL)).toBe(5)
  })
})
