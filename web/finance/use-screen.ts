import type { CostEntryBody, UseBody } from '#finance/costs-routes.ts'
import { dayWords, instantWords } from '#program/words/date-words.ts'
import { lowerFirst, numberWord } from '#program/words/list-words.ts'
import { amountWords } from './amount.ts'
import { dataTable } from './data-table.ts'
import { kindName } from './entries-screen.ts'
import type { ProgramNames } from './program.ts'
import { hrefOf } from './query.ts'
import { facts, type Screen, section } from './screen.ts'

/** One use: the promise it was granted under, and every entry that it left, with their sum. */
export function useScreen(use: UseBody, program: ProgramNames): Screen {
  const [first] = use.entries
  return {
    title: `One use of ${use.perk.name}`,
    about: use.redemption,
    lead: leadOf(use, first, program.timeZone),
    body:
      section('Promise', '', facts(promiseOf(use, first, program.timeZone))) +
      section('Entries', '', entriesTable(use, program)),
  }
}

function leadOf(
  { perk, tier, cost, currency, entries }: UseBody,
  first: CostEntryBody | undefined,
  timeZone: string,
): string {
  const on = first ? ` on ${instantWords(first.usedAt, timeZone)}` : ''
  const made = `${numberWord(entries.length)} ${entries.length === 1 ? 'entry' : 'entries'}`
  return `${perk.name}, granted to a member of ${tier.name}${on}, cost ${amountWords(cost, currency)} in ${made}.`
}

function promiseOf(use: UseBody, first: CostEntryBody | undefined, timeZone: string) {
  const { perk, tier, edition, terms, unit, account, currency } = use
  const place = { perk: perk.id, tier: tier.id, edition: String(edition.edition) }
  const month = first?.month
  const period = month === undefined ? {} : { from: month, to: month }
  const money = (amount: string | null | undefined) => (amount ? amountWords(amount, currency) : 'Not said')
  const published = `published ${lowerFirst(instantWords(edition.publishedAt, timeZone))}`
  return [
    [
      'Promised',
      `${perk.name} for ${tier.name}: ${lowerFirst(terms)}`,
      hrefOf('costs', { ...place, ...period, by: 'month' }),
    ],
    ['By', `Edition ${edition.edition}, in force since ${dayWords(`${edition.effectiveFrom}-01`)}, ${published}`],
    ['Unit cost', unit === null ? 'The edition says none' : amountWords(unit, currency)],
    ['Account', account ?? 'None'],
    ['Member', first?.member ?? 'Not known'],
    ['Asked for by', first?.source ?? 'Not known'],
    ['Order', first?.order ?? 'None said'],
    ['Basket', money(first?.basket)],
    ['Worth to the member', money(first?.worth)],
  ] as const
}

const COLUMNS = [{ head: 'Booked' }, { head: 'Entry' }, { head: 'Invoice line' }, { head: 'Cost', isFigure: true }]

function entriesTable({ entries, cost, currency }: UseBody, { timeZone }: ProgramNames): string {
  return dataTable({
    caption: 'Every entry of this use, oldest first',
    columns: COLUMNS,
    rows: entries.map(({ bookedAt, kind, invoice, cost: added, id }) => [
      { text: instantWords(bookedAt, timeZone) },
      { text: kindName(kind), note: id },
      { text: invoice ? `${invoice.source} ${invoice.id}: ${amountWords(invoice.amount, currency)}` : '–' },
      { text: amountWords(added, currency) },
    ]),
    total: [{ text: 'Together' }, { text: '' }, { text: '' }, { text: amountWords(cost, currency) }],
  })
}
