import type { CostTreatment, PerkCost, ProgramCosts, ProgramDocument } from '../document.ts'
import { formatMoney, parseMoney } from '../money.ts'
import { moneyWords } from '../words/money-words.ts'

/**
 * What finance changed about the costs of perks, one sentence per change: "Lounge entry: unit cost from £9.50 to £9.80."
 * For finance's eyes only; both have passed the checks. `document` has the names of the perks and the currency.
 */
export function costChanges(before: ProgramCosts, after: ProgramCosts, document: ProgramDocument): readonly string[] {
  return document.perks.flatMap(({ id, name }) => {
    const changes = changesOfPerk(costOf(before, id), costOf(after, id), document.currency)
    return changes.map((change) => `${name}: ${change}.`)
  })
}

const costOf = (costs: ProgramCosts, perk: string) => (Object.hasOwn(costs, perk) ? costs[perk] : undefined)

function changesOfPerk(was: PerkCost | undefined, is: PerkCost | undefined, currency: string): string[] {
  if (!was && !is) return []
  if (!is) return ['no cost is stated any more']
  return Object.entries(FIELDS).flatMap(([field, words]) => {
    const [old, now] = [was && words(was, currency), words(is, currency)]
    if (old === now) return []
    if (old === undefined) return [`${field} ${now}, where nothing was stated`]
    return [now === undefined ? `no ${field} any more, which was ${old}` : `${field} from ${old} to ${now}`]
  })
}

const FIELDS: Readonly<Record<string, (cost: PerkCost, currency: string) => string | undefined>> = {
  'unit cost': ({ unit }, currency) => amountWords(unit, currency),
  budget: ({ budget }, currency) => budget && `${amountWords(budget.amount, currency)} a ${budget.per}`,
  account: ({ account }) => account,
  'account code': ({ accountCode }) => accountCode,
  treatment: ({ treatment }) => treatment && TREATMENTS[treatment],
  owner: ({ owner }) => owner,
  evidence: ({ evidence }) => evidence,
}

/** However it was written: 9.5 is 9.50. */
const amountWords = (amount: string, currency: string) =>
  moneyWords(formatMoney(parseMoney(amount, currency), currency), currency)

const TREATMENTS: Readonly<Record<CostTreatment, string>> = {
  expense: 'an expense',
  'material-right': 'a material right',
  'third-party': 'a third party’s',
}
