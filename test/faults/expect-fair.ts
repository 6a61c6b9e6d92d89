import { expect } from 'vitest'
import type { Redemption } from '#ledger/redemption.ts'
import { redemptionIn, reversalIn } from '#ledger/redemption-item.ts'
import { parseMoney } from '#program/money.ts'
import { decide } from '#program/perks/decide.ts'
import { perksOf } from '#program/perks/perk.ts'
import { windowDay } from '#program/perks/span.ts'
import type { FreshLedger } from '../ledger/fresh-ledger.ts'
import { storedItems } from '../ledger/stored-items.ts'

/**
 * Goes through every use there is, from the stored items alone: no limit is exceeded (I8), deciding again from the entry
 * gives the same (I9), each cost what its edition says, and all totals together are the sum of what stands (I10).
 */
export async function expectFair(fresh: FreshLedger): Promise<void> {
  const items = [...(await storedItems(fresh)).values()]
  const of = (kind: string) => items.filter(({ pk }) => pk?.S?.startsWith(kind))
  const answers = of('redemption:').map(redemptionIn)
  const uses = answers.filter((answer) => answer.kind === 'redemption')
  const takenBack = new Set(of('reversal:').map((item) => reversalIn(item).redemption))
  const standing = uses.filter(({ id }) => !takenBack.has(id))
  for (const use of uses) await expectSameDecision(fresh, use)
  for (const use of standing) await expectWithinLimit(fresh, use, standing)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const totals = of('costs:')
  expect(sum(totals.map(({ uses: counted }) => Number(counted?.N)))).toBe(standing.length)
  expect(sum(totals.map(({ accrued }) => Number(accrued?.N)))).toBe(sum(standing.map((use) => use.costMinor)))
}

async function termsOf({ ledger }: FreshLedger, use: Redemption) {
  const { published } = await ledger.program()
  const document = published.find(({ edition }) => edition === use.edition)?.document
  const perk = document && perksOf(document).find(({ id }) => id === use.perk)
  if (!perk) throw new Error(`Edition ${use.edition} has no ${use.perk}.`)
  return { perk, document, rank: document.tiers.findIndex(({ id }) => id === use.tier) }
}

async function expectSameDecision(fresh: FreshLedger, use: Redemption): Promise<void> {
  const { perk, document, rank } = await termsOf(fresh, use)
  const holder = { rank, uses: use.usesBefore, timeZone: document.timeZone }
  const basket = { amountMinor: 0, categories: [], ...use.basket, usedInOrder: use.usedInOrder ?? 0 }
  const again = decide(perk, holder, basket, use.at)
  expect(again).toMatchObject({ entitled: true, left: use.left === null ? null : use.left + 1 })
  const cost = (await fresh.ledger.costs(use.edition))[use.perk]?.unit ?? '0'
  expect(use).toMatchObject({ worthMinor: perk.worthMinor, costMinor: parseMoney(cost, document.currency) })
}

async function expectWithinLimit(fresh: FreshLedger, use: Redemption, standing: readonly Redemption[]): Promise<void> {
  const { perk, document, rank } = await termsOf(fresh, use)
  const limit = perk.terms[rank]?.limit
  if (!limit) return
  const { per, count } = limit
  const windowOf = ({ at, basket, id }: Redemption) => {
    if (per === 'order') return basket?.order ?? id
    return per === 'ever' ? 'ever' : windowDay(per, at, document.timeZone)
  }
  const alike = standing.filter((other) => other.member === use.member && other.perk === use.perk)
  expect(alike.filter((other) => windowOf(other) === windowOf(use)).length).toBeLessThanOrEqual(count)
}
