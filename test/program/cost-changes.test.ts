import { describe, expect, test } from 'vitest'
import { costChanges } from '#program/changes/cost-changes.ts'
import type { PerkCost, ProgramDocument } from '#program/document.ts'
import { edition, perk } from '../ledger/perk-shop.ts'

const document: ProgramDocument = edition(1, '2026-01', [
  perk('lounge', { member: {} }),
  perk('hem', { member: {} }),
]).document

const LOUNGE: PerkCost = { unit: '9.50', budget: { per: 'year', amount: '15000.00' }, account: 'Expenses:Loyalty' }

/** What is said when the lounge's cost becomes another. */
const changed = (change: Partial<PerkCost>) =>
  costChanges({ lounge: LOUNGE }, { lounge: { ...LOUNGE, ...change } }, document)

describe('what finance changed, in words', () => {
  test('the same costs are no change, nor is a perk that never had one', () => {
    expect(changed({})).toEqual([])
  })

  test.each<[Partial<PerkCost>, string]>([
    [{ unit: '9.80' }, 'lounge: unit cost from £9.50 to £9.80.'],
    [{ budget: { per: 'month', amount: '900.00' } }, 'lounge: budget from £15,000 a year to £900 a month.'],
    [{ account: 'Expenses:Access' }, 'lounge: account from Expenses:Loyalty to Expenses:Access.'],
    [{ accountCode: '433' }, 'lounge: account code 433, where nothing was stated.'],
    [{ treatment: 'material-right' }, 'lounge: treatment a material right, where nothing was stated.'],
    [{ owner: 'Finn' }, 'lounge: owner Finn, where nothing was stated.'],
  ])('%j', (change, sentence) => {
    expect(changed(change)).toEqual([sentence])
  })

  test('an amount written in another way is the same amount', () => {
    expect(changed({ unit: '9.5' })).toEqual([])
  })

  test('a cost that comes, and one that goes', () => {
    expect(costChanges({}, { hem: { unit: '3.00' } }, document)).toEqual([
      'hem: unit cost £3, where nothing was stated.',
    ])
    expect(costChanges({ lounge: LOUNGE }, {}, document)).toEqual(['lounge: no cost is stated any more.'])
  })

  test('what was stated once and is no more', () => {
    const { budget: _, ...without } = LOUNGE
    expect(costChanges({ lounge: LOUNGE }, { lounge: without }, document)).toEqual([
      'lounge: no budget any more, which was £15,000 a year.',
    ])
  })
})
