import type * as z from 'zod'
import { formatInstant } from '#http/instant.ts'
import type { ImpactRun } from '#ledger/impact-book.ts'
import type { ProgramDocument } from '#program/document.ts'
import { countOf, countsOf, type Tally } from '#program/impact/tally.ts'
import { type UseFigures, useFigures } from '#program/impact/use-figures.ts'
import { formatMoney, parseMoney } from '#program/money.ts'
import { impactAssumptions } from './impact-assumptions.ts'
import type { impactSchema } from './impact-routes.ts'
import type { ImpactSubject } from './impact-subject.ts'
import { isDone } from './run-impact.ts'

type ImpactBody = z.input<typeof impactSchema>

interface NamedTier {
  readonly tier: string
  readonly name: string
}

/** What has been worked out so far. Costs are sums over all members; what one use costs stays with finance. */
export function impactBody(run: ImpactRun, subject: ImpactSubject): ImpactBody {
  const { draft, latest, effectiveFrom } = subject
  const tally: Tally = new Map(run.tally)
  const tiers = allTiers(latest.document, draft.document)
  const pairs = (kind: 'held' | 'reach') =>
    tiers.map((tier) => ({
      ...tier,
      before: countOf(tally, [kind, 'without', tier.tier]),
      after: countOf(tally, [kind, 'with', tier.tier]),
    }))
  return {
    ...{ draft: draft.id, version: draft.version, isDone: isDone(run) },
    ...{ done: countOf(tally, ['members']), members: run.members, at: formatInstant(run.at), effectiveFrom },
    tiers: pairs('held'),
    flows: flows(tally, tiers),
    moves: moves(tally),
    within: pairs('reach').filter(({ tier }) => tier !== draft.document.tiers[0]?.id),
    costs: costs(tally, subject, tiers),
    currency: latest.document.currency,
    assumptions: impactAssumptions(subject),
  }
}

/** The tiers of the draft in their order, and those that it has no longer, where they were. */
function allTiers(before: ProgramDocument, after: ProgramDocument): NamedTier[] {
  const tiers = after.tiers.map(({ id, name }) => ({ tier: id, name }))
  before.tiers.forEach(({ id, name }, rank) => {
    if (!tiers.some(({ tier }) => tier === id)) tiers.splice(rank, 0, { tier: id, name })
  })
  return tiers
}

function flows(tally: Tally, tiers: readonly NamedTier[]): ImpactBody['flows'] {
  return tiers.flatMap(({ tier: from }) =>
    tiers.flatMap(({ tier: to }) => {
      const members = countOf(tally, ['flow', from, to])
      return members > 0 ? [{ from, to, members }] : []
    }),
  )
}

function moves(tally: Tally): ImpactBody['moves'] {
  const found = [...countsOf(tally, 'move')].map(([[, month, direction, reason], members]) => ({
    ...{ month, direction, reason, members },
  }))
  const order = ({ month, direction, reason }: (typeof found)[number]) => `${month} ${direction} ${reason}`
  return found.sort((one, other) => (order(one) < order(other) ? -1 : 1))
}

function costs(tally: Tally, { draft, latest, costs }: ImpactSubject, tiers: readonly NamedTier[]) {
  const { currency } = latest.document
  const unitMinor = (perk: string) => {
    const cost = Object.hasOwn(costs, perk) ? costs[perk] : undefined
    return cost ? parseMoney(cost.unit, currency) : 0
  }
  const perks = [...draft.document.perks, ...latest.document.perks]
  const nameOf = (id: string) => perks.find((perk) => perk.id === id)?.name ?? id
  const tierName = (id: string) => tiers.find(({ tier }) => tier === id)?.name ?? id
  const place = ({ perk, tier }: UseFigures) => [
    perks.findIndex(({ id }) => id === perk),
    tiers.findIndex((named) => named.tier === tier),
  ]
  return useFigures(tally, unitMinor)
    .sort((one, other) => compare(place(one), place(other)))
    .map(({ perk, tier, usesBefore, usesAfter, beforeMinor, afterMinor }) => ({
      ...{ perk, perkName: nameOf(perk), tier, tierName: tierName(tier), usesBefore, usesAfter },
      before: formatMoney(beforeMinor, currency),
      after: formatMoney(afterMinor, currency),
    }))
}

const compare = ([perk = 0, tier = 0]: readonly number[], [otherPerk = 0, otherTier = 0]: readonly number[]) =>
  perk - otherPerk || tier - otherTier
