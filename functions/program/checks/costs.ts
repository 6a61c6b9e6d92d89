import { isCurrency } from '../currency.ts'
import type { PerkCost, PerkDocument } from '../document.ts'
import { formatMoney, MoneyError, parseMoney } from '../money.ts'
import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

/** As plain-text accounting writes an account; hledger, ledger and beancount all take this form. */
const ACCOUNT = /^(?:Assets|Liabilities|Equity|Income|Expenses)(?::[A-Z][A-Za-z0-9-]*)+$/
const ACCOUNT_CODE = /^[A-Za-z0-9]{1,10}$/
/** 10^9 − 1 minor units, ten million pounds less a penny: one use costs less than that. */
const MAX_UNIT_MINOR = 10 ** 9 - 1
/** 10^13 − 1 minor units: what all uses of a budget come to stays exact. */
const MAX_BUDGET_MINOR = 10 ** 13 - 1

/**
 * Every perk has a cost and a budget, which finance fills in before approval; no cost is of a perk that is not there; and
 * what is said about a cost can be booked and looked up. That amounts are amounts is said in `amounts.ts`.
 */
export function checkCosts({ document, costs }: Subject): Finding[] {
  const perks = new Set(document.perks.map(({ id }) => id))
  const strangers = Object.keys(costs).filter((perk) => !perks.has(perk))
  return [
    ...strangers.map(unknownPerk),
    ...document.perks.flatMap((perk) => {
      const cost = Object.hasOwn(costs, perk.id) ? costs[perk.id] : undefined
      if (!cost) return [missing(perk.id, `Nobody has said what ${perk.name} costs.`)]
      const budget = cost.budget ? [] : [missing(perk.id, `${perk.name} has no budget.`)]
      return [...budget, ...badWords(perk.id, cost), ...badSize(perk, cost, document.currency)]
    }),
  ]
}

const missing = (perk: string, message: string): Finding => ({
  ...{ kind: 'warning', place: place('costs', perk), code: 'no_cost' },
  message,
  mend: 'Finance fills in the cost per use and a budget before approval.',
})

const unknownPerk = (perk: string): Finding => ({
  ...{ kind: 'error', place: place('costs', perk), code: 'unknown_perk' },
  message: `There is no perk "${perk}" that could cost anything.`,
  mend: 'Use the id of a perk of this document, or take the cost out.',
})

function badWords(perk: string, { account, accountCode, evidence }: PerkCost): Finding[] {
  const found: Finding[] = []
  const say = (field: keyof PerkCost, code: string, message: string, mend: string) =>
    found.push({ kind: 'error', place: place('costs', perk, field), code, message, mend })
  if (account !== undefined && !ACCOUNT.test(account)) {
    const mend = 'Begin with Assets, Liabilities, Equity, Income or Expenses, as in Expenses:Marketing:Perks.'
    say('account', 'bad_account', `"${account}" is no account of plain-text accounting.`, mend)
  }
  if (accountCode !== undefined && !ACCOUNT_CODE.test(accountCode)) {
    const mend = 'Use up to 10 letters and digits, as in 429.'
    say('accountCode', 'bad_account_code', `"${accountCode}" is no code of an account.`, mend)
  }
  if (evidence !== undefined && !isHttps(evidence)) {
    const mend = 'Give the address of a contract or a price list, as in https://shop.example/contracts/carrier.'
    say('evidence', 'bad_evidence', 'The evidence is no https address.', mend)
  }
  return found
}

function isHttps(text: string): boolean {
  if (!/^https:\/\/[^\s"<>\\^`{|}]+$/.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

function badSize({ id, worth }: PerkDocument, { unit, budget }: PerkCost, currency: string): Finding[] {
  const unitMinor = minorOf(unit, currency)
  const budgetMinor = budget && minorOf(budget.amount, currency)
  const worthMinor = minorOf(worth, currency)
  return [
    ...tooBig(place('costs', id, 'unit'), unitMinor, MAX_UNIT_MINOR, currency),
    ...tooBig(place('costs', id, 'budget', 'amount'), budgetMinor, MAX_BUDGET_MINOR, currency),
    ...(worthMinor && unitMinor && unitMinor > 10 * worthMinor ? [unlikely(id)] : []),
    ...(budgetMinor && unitMinor && budgetMinor < unitMinor ? [smallBudget(id)] : []),
  ]
}

/** Undefined for what is no amount: another check says so. */
function minorOf(text: string, currency: string): number | undefined {
  if (!isCurrency(currency)) return undefined
  try {
    return parseMoney(text, currency)
  } catch (error) {
    if (error instanceof MoneyError) return undefined
    throw error
  }
}

function tooBig(at: string, minor: number | undefined, most: number, currency: string): Finding[] {
  if (minor === undefined || minor <= most) return []
  const message = `The amount is above ${formatMoney(most, currency)}, the most that can stand here.`
  return [{ kind: 'error', place: at, code: 'too_big', message, mend: 'Look whether the decimal point is missing.' }]
}

const unlikely = (perk: string): Finding => ({
  ...{ kind: 'warning', place: place('costs', perk, 'unit'), code: 'unlikely_cost' },
  message: 'One use costs more than ten times what it is worth to the customer.',
  mend: 'Look whether the decimal point is missing, or say why it is so.',
})

const smallBudget = (perk: string): Finding => ({
  ...{ kind: 'warning', place: place('costs', perk, 'budget', 'amount'), code: 'budget_below_unit' },
  message: 'The budget does not pay for a single use.',
  mend: 'Raise the budget, or say why it is so.',
})
