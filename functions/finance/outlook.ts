import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { ProgramCosts, PublishedEdition } from '#program/document.ts'
import { editionIn } from '#program/edition.ts'
import { parseMoney } from '#program/money.ts'
import { type Month, monthOfYear } from '#program/month.ts'
import { perksOf } from '#program/perks/perk.ts'
import { monthOf } from '#program/zone.ts'
import { takeCensus } from './census.ts'
import type { CheckedProgram } from './checked-program.ts'
import type { Outlook } from './exposure.ts'

/** What budgets and exposure are worked out from, as it is at one instant. */
export interface FullOutlook extends Outlook {
  /** In force. */
  readonly edition: PublishedEdition
  readonly costs: ProgramCosts
  readonly current: Month
  readonly currency: string
}

/**
 * Reads everything that an outlook needs: the totals of the current year and of the twelve months before this one in three
 * calls, and every member once.
 */
export async function readOutlook(
  { ledger, books }: { readonly ledger: Pick<Ledger, 'costs'>; readonly books: Pick<Books, 'costTotals' | 'members'> },
  { published, rules, currency, timeZone }: CheckedProgram,
  at: number,
): Promise<FullOutlook> {
  const current = monthOf(at, timeZone)
  const edition = inForce(published, editionIn(rules, current).edition)
  const perks = perksOf(edition.document)
  const period = { from: Math.min(current - 12, current - (monthOfYear(current) - 1)), to: current }
  const [costs, totals, census] = await Promise.all([
    ledger.costs(edition.edition),
    books.costTotals(period),
    takeCensus(books.members(), { period, editions: rules, perks, at }),
  ])
  const unitMinor = new Map(Object.entries(costs).map(([perk, { unit }]) => [perk, parseMoney(unit, currency)]))
  const { tiers } = edition.document
  return { edition, costs, current, currency, published, tiers, perks, unitMinor, totals, census, at, timeZone }
}

function inForce(published: readonly PublishedEdition[], number: number): PublishedEdition {
  const edition = published.find((of) => of.edition === number)
  if (!edition) throw new RangeError(`Edition ${number} was calculated with and is not published.`)
  return edition
}
