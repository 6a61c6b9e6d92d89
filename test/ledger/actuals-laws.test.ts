import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { ActualCost } from '#ledger/actual-cost.ts'
import { expectSound } from '../faults/soundness.ts'
import { type BookShop, bookShop, charged, costOf, costsOfAll, used } from './fresh-books.ts'

// Each example is a shop of its own in the database.
vi.setConfig({ testTimeout: 60_000 })

/** Uses by number: their perks, what they cost by the edition, and the orders they were for. */
const USES = [
  { perk: 'coffee', costMinor: 40, order: 'o-0' },
  { perk: 'delivery', costMinor: 320, order: 'o-1' },
  { perk: 'wrap', costMinor: 115, order: 'o-1' },
  { perk: 'hem', costMinor: 0, order: 'o-2' },
] as const

type Step =
  | { readonly kind: 'charge'; readonly line: number; readonly use: number; readonly amountMinor: number }
  | { readonly kind: 'reverse'; readonly use: number }
  | { readonly kind: 'month' }

const use = fc.nat({ max: USES.length - 1 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('charge' as const),
      line: fc.nat({ max: 7 }),
      use,
      amountMinor: fc.integer({ min: 1, max: 900 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reverse' as const), use }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'month' as const }) },
)

/** What a line says: even ones name the redemption, odd ones the order and the perk. */
function lineOf(
  { line, use: number, amountMinor }: Extract<Step, { kind: 'charge' }>,
  ids: readonly string[],
): ActualCost {
  const { order, perk } = USES[number] ?? USES[0]
  return charged(`L${line}`, { amountMinor, ...(line % 2 === 0 ? { redemption: ids[number] ?? '' } : { order, perk }) })
}

async function usesIn({ ledger }: BookShop): Promise<readonly string[]> {
  const ids: string[] = []
  for (const [at, { perk, order }] of USES.entries()) ids.push(await used(ledger, `k-${at}`, perk, order))
  return ids
}

/** What each use costs by the law: the sum of its lines once it has any, else its standard cost, nothing once taken back. */
function lawful(steps: readonly Step[]): readonly number[] {
  const firstOf = new Map<number, Extract<Step, { kind: 'charge' }>>()
  for (const step of steps) if (step.kind === 'charge' && !firstOf.has(step.line)) firstOf.set(step.line, step)
  return USES.map(({ costMinor }, at) => {
    const lines = [...firstOf.values()].filter((step) => step.use === at)
    if (lines.length > 0) return lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    return steps.some((step) => step.kind === 'reverse' && step.use === at) ? 0 : costMinor
  })
}

async function take(shop: BookShop, steps: readonly Step[], ids: readonly string[]): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'charge') await shop.books.recordActuals([lineOf(step, ids)])
    else if (step.kind === 'reverse') await shop.ledger.reverse(ids[step.use] ?? '', 'till-1')
    else shop.clock.now += 31 * 86_400_000
  }
}

async function expectLawful(shop: BookShop, steps: readonly Step[], ids: readonly string[]): Promise<void> {
  const costs = await Promise.all(ids.map((id) => costOf(shop.books, id)))
  expect(costs).toEqual(lawful(steps))
  const sum = costs.reduce((total, each) => total + each, 0)
  expect(await costsOfAll(shop.books)).toEqual({ totals: sum, entries: sum })
  await expectSound(shop)
}

test('a use costs the sum of its invoice lines if it has any, else what its edition said, in whatever order things come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 14 }), async (steps) => {
      const shop = await bookShop()
      const ids = await usesIn(shop)
      await take(shop, steps, ids)
      await expectLawful(shop, steps, ids)
    }),
    { numRuns: 25 },
  )
})

test('everything said a second time changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 10 }), async (steps) => {
      const shop = await bookShop()
      const ids = await usesIn(shop)
      await take(shop, steps, ids)
      const entries = await Promise.all(ids.map((id) => shop.books.costEntriesOf(id)))
      await take(shop, steps, ids)
      expect(await Promise.all(ids.map((id) => shop.books.costEntriesOf(id)))).toEqual(entries)
    }),
    { numRuns: 15 },
  )
})

test('lines in one go, in any order and however they are parted, come to the same costs', async () => {
  const lines = fc.uniqueArray(
    fc.record({
      kind: fc.constant('charge' as const),
      line: fc.nat({ max: 60 }),
      use,
      amountMinor: fc.integer({ min: 1, max: 900 }),
    }),
    { selector: ({ line }) => line, minLength: 1, maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(lines, fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 40 }), async (steps, dice, size) => {
      const shop = await bookShop()
      const ids = await usesIn(shop)
      const order = new Map(steps.map((step) => [step, dice.next().value ?? 0]))
      const shuffled = steps.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
      for (let from = 0; from < shuffled.length; from += size) {
        const part = shuffled.slice(from, from + size).map((step) => lineOf(step, ids))
        const kinds = (await shop.books.recordActuals(part)).map(({ kind }) => kind)
        expect(kinds).toEqual(part.map(() => 'matched'))
      }
      await expectLawful(shop, steps, ids)
    }),
    { numRuns: 15 },
  )
})
