import type { UnitCostsBody } from '#finance/invoice-routes.ts'
import { escapeText } from '../pictures/svg.ts'
import { choice, textField } from './form-parts.ts'

export type PerkCost = UnitCostsBody['editions'][number]['costs'][string]

export interface NextCosts {
  readonly effectiveFrom: string
  readonly costs: Readonly<Record<string, PerkCost>>
}

export const TREATMENTS = [
  { id: 'expense', name: 'Expense' },
  { id: 'material-right', name: 'Material right' },
  { id: 'third-party', name: 'Paid by a third party' },
]

const SPANS = [
  { id: 'month', name: 'A month' },
  { id: 'quarter', name: 'A quarter' },
  { id: 'year', name: 'A year' },
]

/** The form for the next edition's costs. Its fields are named as problems point to them: "/costs/lounge/unit". */
export function unitCostsForm({ perks, editions, next, earliest, currency }: UnitCostsBody): string {
  const costs = next?.costs ?? editions.at(-1)?.costs ?? {}
  const version = next?.version ?? 0
  const from = textField({
    ...{ name: '/effectiveFrom', label: 'In force from', type: 'month', isRequired: true },
    value: next?.effectiveFrom ?? earliest,
    hint: `${earliest} at the earliest`,
  })
  const groups = perks.map(({ id, name }) => perkFields(id, name, costs[id], currency))
  return (
    `<form class="unit-costs" data-unit-costs data-version="${version}" novalidate><p class="form-fault" role="alert" data-place="form-fault"></p>` +
    `<div class="fields">${from}</div>${groups.join('')}<p class="actions"><button class="button" type="submit">Keep for approval</button></p></form>`
  )
}

function perkFields(id: string, name: string, cost: PerkCost | undefined, currency: string): string {
  const at = `/costs/${escapedId(id)}`
  const { unit, budget, account, accountCode, treatment, owner, evidence } = cost ?? { unit: '' }
  return (
    `<fieldset class="perk-fields" data-perk="${escapeText(id)}"><legend>${escapeText(name)}</legend><div class="fields">` +
    textField({ name: `${at}/unit`, label: `Unit cost in ${currency}`, value: unit, isFigure: true }) +
    textField({ name: `${at}/budget/amount`, label: `Budget in ${currency}`, value: budget?.amount, isFigure: true }) +
    choice(`${at}/budget/per`, 'Budget for', SPANS, budget?.per ?? 'year') +
    textField({ name: `${at}/account`, label: 'Account', value: account }) +
    textField({ name: `${at}/accountCode`, label: 'Account code', value: accountCode }) +
    choice(`${at}/treatment`, 'Treated as', TREATMENTS, treatment, 'Not said') +
    textField({ name: `${at}/owner`, label: 'Answers for it', value: owner }) +
    textField({ name: `${at}/evidence`, label: 'Shown by (https address)', value: evidence, type: 'url' }) +
    '</div></fieldset>'
  )
}

/** As it stands in a JSON Pointer. */
const escapedId = (id: string) => id.replaceAll('~', '~0').replaceAll('/', '~1')

/** What was typed, as it is sent. A perk of which nothing is said is left out; a budget without an amount is none. */
export function typedCosts(typed: (name: string) => string, perks: readonly string[]): NextCosts {
  const costs: Record<string, PerkCost> = {}
  for (const id of perks) {
    const cost = typedCost((name) => typed(`/costs/${escapedId(id)}/${name}`).trim())
    if (Object.values(cost).some((value) => value !== '')) costs[id] = cost
  }
  return { effectiveFrom: typed('/effectiveFrom').trim(), costs }
}

function typedCost(typed: (name: string) => string): PerkCost {
  const [amount, treatment] = [typed('budget/amount'), typed('treatment')]
  const words = (['account', 'accountCode', 'owner', 'evidence'] as const).flatMap((name) => {
    const text = typed(name)
    return text === '' ? [] : [[name, text] as const]
  })
  return {
    unit: typed('unit'),
    ...(amount !== '' && { budget: { amount, per: typed('budget/per') as 'month' | 'quarter' | 'year' } }),
    ...(treatment !== '' && { treatment: treatment as NonNullable<PerkCost['treatment']> }),
    ...Object.fromEntries(words),
  }
}

/** The field a problem means: the one it points to, or else the first below it. */
export const fieldOf = (names: readonly string[], pointer: string): string | undefined =>
  names.find((name) => name === pointer) ?? names.find((name) => name.startsWith(`${pointer}/`))
