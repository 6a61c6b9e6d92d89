import { formatInstant } from '#http/instant.ts'
import { formatMoney, parseMoney } from '#program/money.ts'
import { formatMonth, type Month } from '#program/month.ts'
import { dayOf } from '#program/zone.ts'
import { type BudgetStatus, budgetStatus } from './budget.ts'
import { committedTo, type Exposure, exposures } from './exposure.ts'
import { costOf, groupCosts } from './group-costs.ts'
import { moneyOrNull } from './money-or-null.ts'
import { onRecordSince } from './on-record.ts'
import type { FullOutlook } from './outlook.ts'
import type { BudgetBody, ExposureBody } from './outlook-routes.ts'

/** The budgets that run today, as they are sent: as the document has its perks. */
export function budgetBody(outlook: FullOutlook): BudgetBody {
  const { edition, costs, currency, at } = outlook
  const all = exposures(outlook)
  const items = edition.document.perks.flatMap(({ id, name }) => {
    const cost = Object.hasOwn(costs, id) ? costs[id] : undefined
    if (!cost?.budget) return []
    const { per, amount } = cost.budget
    const budgetMinor = parseMoney(amount, currency)
    const status = statusOf(id, { per, budgetMinor }, outlook)
    const committed = moneyOrNull(committedTo(id, all), currency)
    return [
      {
        ...{ perk: id, name, owner: cost.owner ?? null, per, budget: formatMoney(budgetMinor, currency), committed },
        ...statusBody(status, currency),
      },
    ]
  })
  return { currency, at: formatInstant(at), items, without: withoutBudget(outlook) }
}

function statusOf(
  perk: string,
  budget: Pick<Parameters<typeof budgetStatus>[0], 'per' | 'budgetMinor'>,
  outlook: FullOutlook,
) {
  const { totals, published, at, timeZone, currency } = outlook
  const since = onRecordSince(perk, totals, published)
  return budgetStatus({ ...budget, byMonth: costByMonth(perk, outlook), since, today: dayOf(at, timeZone), currency })
}

function costByMonth(perk: string, { totals }: FullOutlook): ReadonlyMap<Month, number> {
  const groups = groupCosts(
    totals.filter((total) => total.perk === perk),
    ['month'],
  )
  return new Map(groups.flatMap(({ place: { month }, sums }) => (month === undefined ? [] : [[month, costOf(sums)]])))
}

function statusBody({ window, actualMinor, forecast, pace, line, ...days }: BudgetStatus, currency: string) {
  const money = (minor: number) => formatMoney(minor, currency)
  const { likelyMinor, lowMinor, highMinor } = forecast
  return {
    ...{ from: window.from, until: window.until, actual: money(actualMinor) },
    forecast: { likely: money(likelyMinor), low: money(lowMinor), high: money(highMinor) },
    runsOutOn: days.runsOutOn,
    runsOutBetween: { earliest: days.earliest, latest: days.latest },
    pace: pace.words,
    line: line.map(({ month, spentMinor, toDateMinor }) => ({
      ...{ month: formatMonth(month), spent: money(spentMinor), toDate: money(toDateMinor) },
    })),
  }
}

/** Perks that cost something this year, or would, and have no budget: also those that an older edition had. */
function withoutBudget({ edition, published, costs, unitMinor, totals, current, currency }: FullOutlook) {
  const year = groupCosts(
    totals.filter(({ month }) => Math.floor(month / 12) === Math.floor(current / 12)),
    ['perk'],
  )
  const actual = new Map(year.map(({ place, sums }) => [place.perk ?? '', costOf(sums)]))
  const offered = edition.document.perks.map(({ id }) => id)
  return [...new Set([...offered, ...actual.keys()])].flatMap((perk) => {
    const hasBudget = offered.includes(perk) && Object.hasOwn(costs, perk) && costs[perk]?.budget
    const actualMinor = actual.get(perk) ?? 0
    if (hasBudget || (actualMinor === 0 && !unitMinor.get(perk))) return []
    const document = published.findLast(({ document: of }) => of.perks.some(({ id }) => id === perk))?.document
    const name = document?.perks.find(({ id }) => id === perk)?.name ?? perk
    return [{ perk, name, actual: formatMoney(actualMinor, currency) }]
  })
}

/** What is outstanding, as it is sent; the totals are those of the items. */
export function exposureBody(outlook: FullOutlook): ExposureBody {
  const { currency, at } = outlook
  const items = exposures(outlook)
  const sum = (of: (item: Exposure) => number) =>
    formatMoney(
      items.reduce((all, item) => all + of(item), 0),
      currency,
    )
  return {
    ...{ currency, at: formatInstant(at) },
    items: items.map(({ perk, unitMinor, atMostMinor, probableMinor, ...item }) => ({
      ...{
        perk: perk.id,
        name: perk.name,
        tier: item.tier,
        unit: moneyOrNull(unitMinor, currency),
        members: item.members,
      },
      ...{
        open: item.open,
        until: item.until,
        atMost: moneyOrNull(atMostMinor, currency),
        utilisation: item.utilisation,
      },
      ...{ probable: formatMoney(probableMinor, currency), basis: item.basis },
    })),
    total: {
      atMost: sum(({ atMostMinor }) => atMostMinor ?? 0),
      unlimited: items.filter(({ open }) => open === null).length,
      probable: sum(({ probableMinor }) => probableMinor),
    },
  }
}
