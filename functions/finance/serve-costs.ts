import type { Api } from '#http/create-app.ts'
import { reconcile } from '#ledger/reconcile.ts'
import { formatMoney } from '#program/money.ts'
import { formatMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import type { FinanceDeps } from './app.ts'
import { askedPlace } from './asked-place.ts'
import { checkedProgram } from './checked-program.ts'
import { periodOf } from './cost-fields.ts'
import { costSumsBody } from './cost-sums-body.ts'
import { getCosts, getReconciliation } from './costs-routes.ts'
import { type CostGroup, costOf, groupCosts, isAsked, sumOf } from './group-costs.ts'

/** What perks cost, from the totals alone, so that it takes as long however many uses there were; and whether they are right. */
export function serveCosts({ serve }: Api, { ledger, books, now, pause }: FinanceDeps): void {
  serve(getCosts, async (context, { query: { from, to, by, ...filter } }) => {
    const program = await checkedProgram(ledger)
    const { currency } = program
    const period = periodOf({ from, to }, monthOf(now(), program.timeZone))
    const place = askedPlace(filter, program)
    const totals = (await books.costTotals(period)).filter((total) => isAsked(total, place))
    return context.json({
      ...{ from: formatMonth(period.from), to: formatMonth(period.to), currency, by },
      items: groupCosts(totals, by).map((group) => ({ ...placeBody(group), ...costSumsBody(group.sums, currency) })),
      total: costSumsBody(sumOf(totals), currency),
    })
  })

  serve(getReconciliation, async (context, { query }) => {
    const { currency, timeZone } = await checkedProgram(ledger)
    const period = periodOf(query, monthOf(now(), timeZone))
    const { differences, ...sums } = await reconcile(books, period, { now, ...(pause && { pause }) })
    return context.json({
      ...{ from: formatMonth(period.from), to: formatMonth(period.to), currency },
      ...{ agrees: differences.length === 0, entries: sums.entries, cost: formatMoney(costOf(sums), currency) },
      differences: differences.map(({ month, inTotals, inEntries, ...place }) => ({
        ...{ month: formatMonth(month), ...place },
        ...{ inTotals: costSumsBody(inTotals, currency), inEntries: costSumsBody(inEntries, currency) },
      })),
    })
  })
}

const placeBody = ({ place: { month, ...place } }: CostGroup) => ({
  ...place,
  ...(month !== undefined && { month: formatMonth(month) }),
})
