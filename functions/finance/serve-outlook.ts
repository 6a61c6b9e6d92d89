import type { Api } from '#http/create-app.ts'
import { editionIn } from '#program/edition.ts'
import { formatMoney } from '#program/money.ts'
import { formatMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import type { FinanceDeps } from './app.ts'
import { takeCensus } from './census.ts'
import { type CheckedProgram, checkedProgram } from './checked-program.ts'
import { periodOf } from './cost-fields.ts'
import { moneyOrNull } from './money-or-null.ts'
import { readOutlook } from './outlook.ts'
import { budgetBody, exposureBody } from './outlook-bodies.ts'
import { getBudget, getExposure, getTiers } from './outlook-routes.ts'
import { allTiers, type TierCost, tierCosts } from './tier-costs.ts'

/** How budgets stand, what is outstanding, and what tiers cost beside what their holders buy. */
export function serveOutlook({ serve }: Api, { ledger, books, now }: FinanceDeps): void {
  serve(getBudget, async (context) =>
    context.json(budgetBody(await readOutlook({ ledger, books }, await checkedProgram(ledger), now()))),
  )

  serve(getExposure, async (context) =>
    context.json(exposureBody(await readOutlook({ ledger, books }, await checkedProgram(ledger), now()))),
  )

  serve(getTiers, async (context, { query }) => {
    const program = await checkedProgram(ledger)
    const { rules, currency } = program
    const at = now()
    const current = monthOf(at, program.timeZone)
    const period = periodOf(query, current)
    // Nobody holds anything yet in months that have not begun.
    const last = Math.min(period.to, current)
    const [totals, census] = await Promise.all([
      books.costTotals(period),
      takeCensus(books.members(), { period, editions: rules, perks: [], at }),
    ])
    const ladder = editionIn(rules, last).tiers.map(({ id }) => id)
    const items = tierCosts(totals, census, last, ladder)
    return context.json({
      ...{ from: formatMonth(period.from), to: formatMonth(period.to), currency },
      items: items.map(({ tier, perUseMinor, ...item }) => ({
        ...{
          tier,
          name: nameOf(tier, program),
          ...figures(item, currency),
          perUse: moneyOrNull(perUseMinor, currency),
        },
      })),
      total: figures(allTiers(items, census.active), currency),
    })
  })
}

function figures(item: Omit<TierCost, 'tier' | 'perUseMinor'>, currency: string) {
  const { members, active, spendMinor, uses, costMinor, perActiveMinor, shareOfSpend } = item
  return {
    ...{ members, active, spend: formatMoney(spendMinor, currency), uses, cost: formatMoney(costMinor, currency) },
    ...{ perActive: moneyOrNull(perActiveMinor, currency), shareOfSpend },
  }
}

/** As the latest edition that has the tier calls it. */
function nameOf(tier: string, { rules }: CheckedProgram): string {
  const edition = rules.findLast(({ tiers }) => tiers.some(({ id }) => id === tier))
  return edition?.tiers.find(({ id }) => id === tier)?.name ?? tier
}
