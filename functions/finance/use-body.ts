import { Problem } from '#http/problem.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import type { Program } from '#ledger/ledger.ts'
import type { ProgramCosts, PublishedEdition } from '#program/document.ts'
import { formatMoney, parseMoney } from '#program/money.ts'
import { termsAt } from '#program/words/terms-at.ts'
import { termsWords } from '#program/words/terms-words.ts'
import { costEntryBody, type Telling } from './cost-entry-body.ts'
import type { UseBody } from './costs-routes.ts'

/** The edition under which a use was granted, as published. */
export function editionOf(entry: CostEntry, { published }: Pick<Program, 'published'>): PublishedEdition {
  const edition = published.find((of) => of.edition === entry.edition)
  if (edition) return edition
  // Only a restore that lost an edition and kept its uses gets here.
  throw new Problem(409, 'edition_lost', `Edition ${entry.edition}, which granted this use, is gone. Restore it first.`)
}

/** One use as it is sent: the promise that granted it, and what it came to. `entries` are all of it and not none. */
export function useBody(
  entries: readonly [CostEntry, ...CostEntry[]],
  { edition, effectiveFrom, publishedAt, document }: PublishedEdition,
  costs: ProgramCosts,
  telling: Telling,
): UseBody {
  const [{ redemption, perk: perkId, tier: tierId }] = entries
  const { currency } = telling
  const perk = document.perks.find(({ id }) => id === perkId)
  const tier = document.tiers.find(({ id }) => id === tierId)
  const terms = perk && tier ? termsAt(perk, document.tiers, tierId) : null
  const cost = Object.hasOwn(costs, perkId) ? costs[perkId] : undefined
  return {
    ...{ redemption, currency },
    perk: { id: perkId, name: perk?.name ?? perkId },
    tier: { id: tierId, name: tier?.name ?? tierId },
    edition: { edition, effectiveFrom, publishedAt },
    terms: terms ? termsWords(terms, currency) : 'Not a promise of this edition',
    unit: cost ? formatMoney(parseMoney(cost.unit, currency), currency) : null,
    account: cost?.account ?? null,
    entries: entries.map((entry) => costEntryBody(entry, telling)),
    cost: formatMoney(
      entries.reduce((sum, { costMinor }) => sum + costMinor, 0),
      currency,
    ),
  }
}
