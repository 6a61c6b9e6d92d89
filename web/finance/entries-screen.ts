import type { CostEntryBody, EntriesBody } from '#finance/costs-routes.ts'
import { instantWords } from '#program/words/date-words.ts'
import { capital } from '#program/words/list-words.ts'
import { escapeText } from '../pictures/svg.ts'
import { amountWords } from './amount.ts'
import { type Cell, dataTable, tableRow } from './data-table.ts'
import { entriesFilters } from './filters.ts'
import { aboutWords } from './place-words.ts'
import { nameIn, type ProgramNames } from './program.ts'
import { type Fields, hrefOf } from './query.ts'
import type { Screen } from './screen.ts'

const COLUMNS = [
  { head: 'Booked' },
  { head: 'Entry' },
  { head: 'Perk' },
  { head: 'Tier' },
  { head: 'Edition' },
  { head: 'Source', isCode: true },
  { head: 'Member', isCode: true },
  { head: 'Basket', isFigure: true },
  { head: 'Cost', isFigure: true },
]

/** The entries behind the totals, oldest first; every one leads to the use it belongs to. */
export function entriesScreen(body: EntriesBody, fields: Fields, program: ProgramNames): Screen {
  const { from, to, items, nextCursor } = body
  const about = aboutWords(from, to, fields, program)
  return {
    title: 'Entries',
    about,
    lead: items.length === 0 && nextCursor === null ? 'Nothing was booked here.' : ENTRIES_LEAD,
    filters: entriesFilters({ ...fields, from, to }, program),
    body:
      dataTable({
        caption: `Entries, oldest first. ${about}.`,
        columns: COLUMNS,
        kind: 'entries',
        place: 'rows',
        rows: items.map((entry) => cellsOf(entry, body.currency, program)),
      }) + moreButton(nextCursor),
  }
}

const ENTRIES_LEAD = 'A correction stands in the month in which it was booked, with what the use was granted under.'

/** More rows for the same table. */
export const entryRows = ({ items, currency }: EntriesBody, program: ProgramNames): string =>
  items.map((entry) => tableRow(cellsOf(entry, currency, program), COLUMNS)).join('')

/** A button for what comes after; gone when there is no more. */
export const moreButton = (cursor: string | null): string =>
  `<p class="actions"><button class="button quiet" type="button" data-action="more" data-cursor="${escapeText(cursor ?? '')}"` +
  `${cursor === null ? ' hidden' : ''}>Show more</button></p>`

export function cellsOf(entry: CostEntryBody, currency: string, program: ProgramNames): Cell[] {
  const money = (amount: string | null) => ({ text: amount === null ? '–' : amountWords(amount, currency) })
  return [
    { text: instantWords(entry.bookedAt, program.timeZone), href: hrefOf('use', { id: entry.redemption }) },
    { text: kindName(entry.kind), ...invoiceNote(entry, currency) },
    { text: nameIn(program.perks, entry.perk) },
    { text: nameIn(program.tiers, entry.tier) },
    { text: String(entry.edition) },
    { text: entry.source },
    { text: entry.member },
    money(entry.basket),
    { text: amountWords(entry.cost, currency) },
  ]
}

export const kindName = (kind: CostEntryBody['kind']): string => capital(kind)

function invoiceNote({ invoice }: CostEntryBody, currency: string): { note?: string } {
  if (!invoice) return {}
  return { note: `${invoice.source} ${invoice.id}: ${amountWords(invoice.amount, currency)}` }
}
