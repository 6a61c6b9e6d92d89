import { type Census, takeCensus } from '#finance/census.ts'
import type { FullOutlook } from '#finance/outlook.ts'
import type { MemberRecord } from '#ledger/ledger.ts'
import { editionOf } from '#program/edition.ts'
import { parseMoney } from '#program/money.ts'
import { parseMonth } from '#program/month.ts'
import { perksOf } from '#program/perks/perk.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { COSTS, edition } from '../ledger/perk-shop.ts'
import { oneByOne } from './member-records.ts'

/** An outlook on 15 June 2026 over the perks of the small shop, with whatever the test cares about. */
export async function outlook(
  members: readonly MemberRecord[],
  rest: Partial<FullOutlook> = {},
): Promise<FullOutlook & { readonly census: Census }> {
  const published = rest.published ?? [edition(1, '2024-01')]
  const at = rest.at ?? NOW
  const rules = published.map(({ document, ...of }) => editionOf({ ...document, ...of }))
  const last = published.at(-1) ?? edition(1, '2024-01')
  const { document } = last
  const costs = rest.costs ?? COSTS
  const perks = perksOf(document)
  const current = parseMonth(new Date(at).toISOString().slice(0, 7))
  const period = { from: current - 12, to: current }
  return {
    ...{ edition: last, published, costs, perks, tiers: document.tiers, totals: [], at, current },
    ...{ currency: document.currency, timeZone: document.timeZone },
    unitMinor: new Map(Object.entries(costs).map(([perk, { unit }]) => [perk, parseMoney(unit, document.currency)])),
    census: await takeCensus(oneByOne(members), { period, editions: rules, perks, at }),
    ...rest,
  }
}
