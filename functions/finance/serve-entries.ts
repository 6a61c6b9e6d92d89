import type { Api } from '#http/create-app.ts'
import { Problem } from '#http/problem.ts'
import { formatMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import type { FinanceDeps } from './app.ts'
import { askedPlace } from './asked-place.ts'
import { checkedProgram } from './checked-program.ts'
import { costEntryBody } from './cost-entry-body.ts'
import { periodOf } from './cost-fields.ts'
import { getEntries, getUse } from './costs-routes.ts'
import { entryCursor, placeAt } from './entry-cursor.ts'
import { entryPage } from './entry-page.ts'
import { isAsked } from './group-costs.ts'
import { editionOf, useBody } from './use-body.ts'

/** The entries behind the totals, down to the single use. */
export function serveEntries({ serve }: Api, { ledger, books, now, pseudonym }: FinanceDeps): void {
  serve(getEntries, async (context, { query: { limit, cursor, from, to, kind, ...filter } }) => {
    const program = await checkedProgram(ledger)
    const { currency } = program
    const period = periodOf({ from, to }, monthOf(now(), program.timeZone))
    const place = askedPlace(filter, program)
    // The months as they were asked for: a page may be followed by the next one after the turn of a month.
    const question = ['entries', from, to, kind, place.perk, place.tier, place.edition, place.source]
    const after = cursor === null ? undefined : placeAt(cursor, question)
    const { items, next } = await entryPage(
      books.costEntries(period, after),
      (entry) => isAsked(entry, place) && (kind === undefined || entry.kind === kind),
      limit,
    )
    return context.json({
      ...{ from: formatMonth(period.from), to: formatMonth(period.to), currency },
      items: items.map((entry) => costEntryBody(entry, { currency, pseudonym })),
      nextCursor: next && entryCursor(next, question),
    })
  })

  serve(getUse, async (context, { params }) => {
    const program = await checkedProgram(ledger)
    const [first, ...others] = await books.costEntriesOf(params.redemption)
    if (!first) throw new Problem(404, 'not_found', 'There is no such use. Check its id, which begins with r-.')
    const edition = editionOf(first, program)
    const telling = { currency: program.currency, pseudonym }
    return context.json(useBody([first, ...others], edition, await ledger.costs(edition.edition), telling))
  })
}
