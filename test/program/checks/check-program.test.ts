import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkProgram } from '#program/checks/check-program.ts'
import { coversLimit } from '#program/checks/limits.ts'
import type { ProgramCosts, ProgramDocument } from '#program/document.ts'

const text = readFileSync(new URL('../../../functions/local/fairweather.yaml', import.meta.url), 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of the document
type Draft = any

/** The demo shop's document, changed by the test, and the findings about it as "kind place code". */
function findings(change: (draft: Draft, costs: Draft) => void, before: ProgramDocument | null = null): string[] {
  const { costs, ...document } = parse(text) as ProgramDocument & { costs: ProgramCosts }
  change(document, costs)
  return checkProgram({ document, costs, before }).map(({ kind, place, code }) => `${kind} ${place} ${code}`)
}

const published = (): ProgramDocument => {
  const { costs: _, ...document } = parse(text)
  return document
}

test('nothing is to be said about the program of the demo shop', () => {
  expect(findings(() => {}, published())).toEqual([])
})

/** What was changed, how, and what is to be said about it. */
const CASES: Readonly<Record<string, readonly [string, (draft: Draft, costs: Draft) => void, string][]>> = {
  'names and amounts': [
    ['an id with blanks', (d) => (d.tiers[1].id = 'Sil ver'), 'error /tiers/1/id malformed_id'],
    ['one id twice', (d) => (d.perks[1].id = 'free-delivery'), 'error /perks/1/id duplicate_id'],
    ['half a penny', (d) => (d.tiers[1].qualify[0].spend = '250.001'), 'error /tiers/1/qualify/0/spend bad_money'],
    ['half a yen', (d) => Object.assign(d, { currency: 'JPY' }), 'error /perks/0/worth bad_money'],
    [
      'an amount that is a word',
      (d) => (d.perks[0].terms.member.over = 'fifty'),
      'error /perks/0/terms/member/over bad_money',
    ],
    ['a cost below zero', (_, c) => (c.lounge.unit = '-1.00'), 'error /costs/lounge/unit bad_money'],
    ['no currency that exists', (d) => (d.currency = 'GBX'), 'error /currency unknown_currency'],
    ['no zone that exists', (d) => (d.timeZone = 'Europe/Camelot'), 'error /timeZone unknown_zone'],
  ],
  'windows and numbers': [
    ['37 months', (d) => (d.qualification.months = 37), 'error /qualification/months out_of_range'],
    ['half a month', (d) => (d.qualification.keep = 0.5), 'error /qualification/keep out_of_range'],
    ['a 13th month', (d) => (d.qualification.startsIn = 13), 'error /qualification/startsIn out_of_range'],
    [
      'calendar periods of 5 months',
      (d) => Object.assign(d.qualification, { period: 'calendar', months: 5 }),
      'error /qualification/months calendar_does_not_divide',
    ],
    [
      'a limit of 0',
      (d) => (d.perks[1].terms.silver.limit.count = 0),
      'error /perks/1/terms/silver/limit/count out_of_range',
    ],
    ['13 tiers', (d) => (d.tiers = Array.from({ length: 13 }, () => d.tiers[0])), 'error /tiers out_of_range'],
    ['no tiers', (d) => (d.tiers = []), 'error /tiers out_of_range'],
  ],
  'the ladder': [
    [
      'a first tier that asks for something',
      (d) => (d.tiers[0].qualify = [{ orders: 1 }]),
      'error /tiers/0/qualify first_tier_qualifies',
    ],
    ['a tier nothing leads to', (d) => (d.tiers[1].qualify = []), 'error /tiers/1 unreachable_tier'],
    ['a way that asks for nothing', (d) => (d.tiers[1].qualify[0] = {}), 'error /tiers/1/qualify/0 asks_for_nothing'],
    [
      'months of no balance',
      (d) => (d.tiers[1].qualify[1].months = 2),
      'error /tiers/1/qualify/1/months months_without_balance',
    ],
    [
      'a plan nobody sells',
      (d) => (d.tiers[2].qualify[2].plan = 'gold-card'),
      'error /tiers/2/qualify/2/plan unknown_plan',
    ],
    ['no orders', (d) => (d.tiers[1].qualify[1].orders = 0), 'error /tiers/1/qualify/1/orders out_of_range'],
    [
      'Gold as cheap as Silver',
      (d) => (d.tiers[2].qualify[0].spend = '250.00'),
      'error /tiers/2/qualify/0 ladder_does_not_climb',
    ],
    [
      'Gold cheaper than Silver',
      (d) => (d.tiers[2].qualify[0].spend = '249.99'),
      'error /tiers/2/qualify/0 ladder_does_not_climb',
    ],
    [
      'Platinum with more of one and less of the other',
      (d) => d.tiers[3].qualify.push({ orders: 11, spend: '600.00' }),
      'error /tiers/3/qualify/2 ladder_does_not_climb',
    ],
    [
      'Platinum by the plan that gives Gold',
      (d) => d.tiers[3].qualify.push({ plan: 'plus' }),
      'error /tiers/3/qualify/2 ladder_does_not_climb',
    ],
    [
      'a way that another makes needless',
      (d) => d.tiers[1].qualify.push({ orders: 6, spend: '10.00' }),
      'warning /tiers/1/qualify/2 superfluous_row',
    ],
    ['one way twice', (d) => d.tiers[1].qualify.push({ orders: 6 }), 'warning /tiers/1/qualify/2 superfluous_row'],
  ],
  'value added, never taken': [
    [
      'a higher order value',
      (d) => (d.perks[0].terms.silver.over = '50.01'),
      'error /perks/0/terms/silver/over value_taken',
    ],
    ['a smaller limit', (d) => (d.perks[1].terms.gold.limit.count = 5), 'error /perks/1/terms/gold/limit value_taken'],
    [
      'a limit where there was none',
      (d) => (d.perks[0].terms.gold = { limit: { count: 9, per: 'day' } }),
      'error /perks/0/terms/gold/limit value_taken',
    ],
    [
      'fewer categories',
      (d) => (d.perks[2].terms.platinum.categories = ['suits']),
      'error /perks/2/terms/platinum/categories value_taken',
    ],
    [
      'less than what is inherited from two tiers below',
      (d) => Object.assign(d.perks[5].terms, { member: {}, platinum: { over: '5.00' } }),
      'error /perks/5/terms/platinum/over value_taken',
    ],
    [
      'terms of a tier that is not there',
      (d) => (d.perks[0].terms.bronze = {}),
      'error /perks/0/terms/bronze unknown_tier',
    ],
    ['a perk for nobody', (d) => (d.perks[0].terms = {}), 'error /perks/0/terms perk_for_nobody'],
  ],
  'what belongs to everyone': [
    ['a standard as a perk', (d) => (d.perks[0].id = 'returns'), 'error /perks/0 perk_is_standard'],
    ['a standard by another case', (d) => (d.perks[0].name = ' FREE returns'), 'error /perks/0 perk_is_standard'],
    [
      'complaints heard first',
      (d) => (d.perks[0].text = 'Your complaint comes first.'),
      'error /perks/0 tiered_base_service',
    ],
  ],
  costs: [
    ['a perk without a cost', (_, c) => delete c.lounge, 'warning /costs/lounge no_cost'],
    ['a perk without a budget', (_, c) => delete c.lounge.budget, 'warning /costs/lounge no_cost'],
    ['the cost of nothing', (_, c) => (c.limousine = { unit: '90.00' }), 'error /costs/limousine unknown_perk'],
  ],
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s is seen', (__, change, finding) => {
    expect(findings(change)).toContain(finding)
  })
})

describe('compared with the edition before', () => {
  const withoutGold = (draft: Draft) => {
    draft.tiers.splice(2, 1)
    for (const perk of draft.perks) delete perk.terms.gold
  }

  test('a tier that goes needs an heir', () => {
    expect(findings(withoutGold, published())).toContain('error /tiers no_heir')
    expect(findings(withoutGold)).not.toContain('error /tiers no_heir')
  })

  test('and exactly one', () => {
    const heirs = (ranks: readonly number[]) => (draft: Draft) => {
      withoutGold(draft)
      for (const rank of ranks) draft.tiers[rank].replaces = ['gold']
    }
    expect(findings(heirs([2]), published()).filter((finding) => /heir/.test(finding))).toEqual([])
    expect(findings(heirs([1, 2]), published())).toContain('error /tiers/2/replaces two_heirs')
  })

  test('nothing replaces a tier that is still there', () => {
    const change = (draft: Draft) => (draft.tiers[3].replaces = ['gold'])
    expect(findings(change, published())).toContain('error /tiers/3/replaces replaces_living_tier')
  })

  test('currency and time zone stay', () => {
    const change = (draft: Draft) => Object.assign(draft, { currency: 'EUR', timeZone: 'Europe/Paris' })
    expect(findings(change, published())).toEqual(['error /currency never_changes', 'error /timeZone never_changes'])
  })
})

describe('a limit covers another when every use that the other allows is allowed', () => {
  test.each([
    [{ count: 8, per: 'year' }, { count: 2, per: 'quarter' }, true],
    [{ count: 7, per: 'year' }, { count: 2, per: 'quarter' }, false],
    [{ count: 2, per: 'month' }, { count: 2, per: 'year' }, true],
    [{ count: 1, per: 'month' }, { count: 2, per: 'year' }, false],
    [{ count: 1, per: 'week' }, { count: 1, per: 'month' }, false],
    [{ count: 2, per: 'week' }, { count: 1, per: 'year' }, true],
    [{ count: 1, per: 'order' }, { count: 1, per: 'ever' }, true],
    [{ count: 999, per: 'ever' }, { count: 1, per: 'year' }, false],
    [undefined, { count: 1, per: 'order' }, true],
    [{ count: 999, per: 'order' }, undefined, false],
  ] as const)('%o over %o: %s', (higher, lower, covered) => {
    expect(coversLimit(higher, lower)).toBe(covered)
  })
})

test('a tier that has less than a lower one is told what would do', () => {
  const { costs, ...document } = parse(text) as ProgramDocument & { costs: ProgramCosts }
  const perks = document.perks.map((perk) =>
    perk.id === 'lounge'
      ? { ...perk, terms: { ...perk.terms, gold: { limit: { count: 1, per: 'year' as const } } } }
      : perk,
  )
  expect(checkProgram({ document: { ...document, perks }, costs, before: null })).toEqual([
    expect.objectContaining({
      place: '/perks/4/terms/gold/limit',
      mend: 'Silver has 2 a year: give Gold that or better, or make Silver more modest.',
    }),
  ])
})
