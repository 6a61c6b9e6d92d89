import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkProgram } from '#program/checks/check-program.ts'
import type { ProgramCosts, ProgramDocument } from '#program/document.ts'

const text = readFileSync(new URL('../../../functions/local/fairweather.yaml', import.meta.url), 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of the document
type Draft = any

/** The findings about the demo shop's costs, changed by the test, as "kind place code". */
function findings(change: (draft: Draft, costs: Draft) => void): string[] {
  const { costs, ...document } = parse(text) as ProgramDocument & { costs: ProgramCosts }
  change(document, costs)
  return checkProgram({ document, costs, before: null }).map(({ kind, place, code }) => `${kind} ${place} ${code}`)
}

test('half a yen is no cost', () => {
  const inYen = (d: Draft, c: Draft) => {
    d.currency = 'JPY'
    c.lounge.unit = '1.5'
  }
  expect(findings(inYen)).toContain('error /costs/lounge/unit bad_money')
})

describe('finance learns what is wrong with a cost', () => {
  test.each<[string, (draft: Draft, costs: Draft) => void, string]>([
    ['a part of a penny', (_, c) => (c.lounge.unit = '9.505'), 'error /costs/lounge/unit bad_money'],
    ['a budget in words', (_, c) => (c.lounge.budget.amount = 'plenty'), 'error /costs/lounge/budget/amount bad_money'],
    ['ten million a use', (_, c) => (c.lounge.unit = '10000000.00'), 'error /costs/lounge/unit too_big'],
    [
      'a budget beyond all sums',
      (_, c) => (c.lounge.budget.amount = '100000000000.00'),
      'error /costs/lounge/budget/amount too_big',
    ],
    [
      'an account in words',
      (_, c) => (c.lounge.account = 'Costs of the lounge'),
      'error /costs/lounge/account bad_account',
    ],
    ['half an account', (_, c) => (c.lounge.account = 'Expenses'), 'error /costs/lounge/account bad_account'],
    [
      'an account on two lines',
      (_, c) => (c.lounge.account = 'Expenses:Lounge\n'),
      'error /costs/lounge/account bad_account',
    ],
    [
      'a long code',
      (_, c) => (c.lounge.accountCode = '12345678901'),
      'error /costs/lounge/accountCode bad_account_code',
    ],
    [
      'a code with a sign',
      (_, c) => (c.lounge.accountCode = '4-29'),
      'error /costs/lounge/accountCode bad_account_code',
    ],
    ['no proof', (_, c) => (c.lounge.evidence = 'see the folder'), 'error /costs/lounge/evidence bad_evidence'],
    [
      'a proof that runs',
      (_, c) => (c.lounge.evidence = 'javascript:alert(1)'),
      'error /costs/lounge/evidence bad_evidence',
    ],
    [
      'a proof with a password',
      (_, c) => (c.lounge.evidence = 'https://finn:secret@shop.example/'),
      'error /costs/lounge/evidence bad_evidence',
    ],
    ['a use that ruins', (_, c) => (c.lounge.unit = '950.00'), 'warning /costs/lounge/unit unlikely_cost'],
    [
      'a budget for no use',
      (_, c) => (c.lounge.budget.amount = '9.49'),
      'warning /costs/lounge/budget/amount budget_below_unit',
    ],
  ])('%s', (_, change, finding) => {
    expect(findings(change)).toContain(finding)
  })
})

test.each(['Expenses:Loyalty:Delivery', 'Liabilities:Accrued:Perks2026', 'Expenses:A-1'])(
  'an account that every plain-text program takes is taken: %s',
  (account) => {
    expect(findings((_, costs) => (costs.lounge.account = account))).toEqual([])
  },
)
