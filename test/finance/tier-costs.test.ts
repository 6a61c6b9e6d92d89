import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Census } from '#finance/census.ts'
import { costOf, sumOf } from '#finance/group-costs.ts'
import { allTiers, tierCosts } from '#finance/tier-costs.ts'
import { parseMonth } from '#program/month.ts'
import { total, totals } from './cost-totals.ts'

const MAY = parseMonth('2026-05')
const census: Census = {
  held: new Map([
    [
      MAY,
      new Map([
        ['member', 10],
        ['gold', 4],
      ]),
    ],
  ]),
  now: new Map(),
  activity: new Map([
    ['gold', { members: 3, spendMinor: 100_000 }],
    ['bronze', { members: 1, spendMinor: 5_000 }],
  ]),
  active: 3,
  open: new Map(),
}

test('a tier costs so much per active member, per use and of what its holders spent', () => {
  const items = tierCosts([total({ uses: 7, accruedMinor: 1000 })], census, MAY, ['member', 'gold'])
  expect(items).toEqual([
    {
      ...{ tier: 'member', members: 10, active: 0, spendMinor: 0, uses: 0, costMinor: 0 },
      ...{ perActiveMinor: null, perUseMinor: null, shareOfSpend: null },
    },
    {
      ...{ tier: 'gold', members: 4, active: 3, spendMinor: 100_000, uses: 7, costMinor: 1000 },
      ...{ perActiveMinor: 333, perUseMinor: 143, shareOfSpend: 1 },
    },
    {
      ...{ tier: 'bronze', members: 0, active: 1, spendMinor: 5_000, uses: 0, costMinor: 0 },
      ...{ perActiveMinor: 0, perUseMinor: null, shareOfSpend: 0 },
    },
  ])
  // Whoever was active under both is one person.
  expect(allTiers(items, 3)).toMatchObject({
    members: 14,
    active: 3,
    spendMinor: 105_000,
    perActiveMinor: 333,
    shareOfSpend: 1,
  })
})

test('a month in which more was taken back than used costs less than nothing, and nothing a use', () => {
  const [gold] = tierCosts([total({ uses: -1, accruedMinor: -950 })], census, MAY, ['gold'])
  expect(gold).toMatchObject({ uses: -1, costMinor: -950, perActiveMinor: -317, perUseMinor: null, shareOfSpend: -0.9 })
})

test('the costs of all tiers come to the whole, also of tiers that no edition has any more', () => {
  fc.assert(
    fc.property(totals, (all) => {
      const items = tierCosts(all, census, MAY, ['member', 'gold'])
      expect(allTiers(items, 3).costMinor).toBe(costOf(sumOf(all)))
      expect(new Set(items.map(({ tier }) => tier)).size).toBe(items.length)
    }),
  )
})
