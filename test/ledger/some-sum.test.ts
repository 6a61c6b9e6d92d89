import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addSums, type CostSums, NO_SUMS } from '#ledger/cost-sums.ts'
import { isSomeSum } from '#ledger/some-sum.ts'

const sums: fc.Arbitrary<CostSums> = fc.record({
  entries: fc.constant(1),
  uses: fc.constantFrom(-1, 0, 1),
  accruedMinor: fc.constantFrom(-320, 0, 320, 950),
  trueUpMinor: fc.integer({ min: -20, max: 20 }),
})
const together = (some: readonly CostSums[]) => some.reduce(addSums, NO_SUMS)

test('every choice among what may be in a sum is one of its sums', () => {
  fc.assert(
    fc.property(sums, fc.array(sums, { maxLength: 12 }), fc.nat(), (surely, maybe, choice) => {
      const chosen = maybe.filter((_, index) => (choice >> index) % 2 === 1)
      expect(isSomeSum(addSums(surely, together(chosen)), surely, maybe)).toBe(true)
    }),
  )
})

test('and nothing else is', () => {
  fc.assert(
    fc.property(fc.array(sums, { maxLength: 6 }), sums, (maybe, other) => {
      const all = Array.from({ length: 2 ** maybe.length }, (_, choice) =>
        together(maybe.filter((_one, index) => (choice >> index) % 2 === 1)),
      )
      const isOne = all.some((sum) => JSON.stringify(sum) === JSON.stringify(other))
      expect(isSomeSum(other, NO_SUMS, maybe)).toBe(isOne)
    }),
  )
})

test('a sum that lacks what must be in it is none', () => {
  const one: CostSums = { entries: 1, uses: 1, accruedMinor: 320, trueUpMinor: 0 }
  expect(isSomeSum(NO_SUMS, one, [one])).toBe(false)
})

test('a thousand entries alike are looked through at once', () => {
  const one: CostSums = { entries: 1, uses: 1, accruedMinor: 320, trueUpMinor: 0 }
  const many = Array.from({ length: 1000 }, () => one)
  expect(isSomeSum({ entries: 500, uses: 500, accruedMinor: 160_000, trueUpMinor: 0 }, NO_SUMS, many)).toBe(true)
  expect(isSomeSum({ entries: 500, uses: 500, accruedMinor: 160_001, trueUpMinor: 0 }, NO_SUMS, many)).toBe(false)
})
