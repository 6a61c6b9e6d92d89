import type { ExposureBody } from '#finance/outlook-routes.ts'
import { dayWords, instantWords } from '#program/words/date-words.ts'
import { countWords } from '#program/words/list-words.ts'
import { amountWords, numberWords, percentWords } from './amount.ts'
import { dataTable } from './data-table.ts'
import { nameIn, type ProgramNames } from './program.ts'
import { hrefOf } from './query.ts'
import { type Screen, section } from './screen.ts'

type Exposure = ExposureBody['items'][number]

const COLUMNS = [
  { head: 'Perk and tier' },
  { head: 'Members', isFigure: true },
  { head: 'Uses open', isFigure: true },
  { head: 'Lapse on' },
  { head: 'Unit cost', isFigure: true },
  { head: 'At most', isFigure: true },
  { head: 'Utilisation', isFigure: true },
  { head: 'Probably', isFigure: true },
]

/** What outstanding allowances could cost at most, and what they probably will, with what that rests on. */
export function exposureScreen(body: ExposureBody, program: ProgramNames): Screen {
  const { items, total, currency } = body
  const table = dataTable({
    caption: 'Open allowances, by perk and tier',
    columns: COLUMNS,
    rows: items.map((item) => cellsOf(item, currency, program)),
    total: [
      ...['Together', '', '', '', ''].map((text) => ({ text })),
      { text: amountWords(total.atMost, currency), ...(total.unlimited > 0 && { note: 'and what nothing limits' }) },
      { text: '' },
      { text: amountWords(total.probable, currency) },
    ],
  })
  return {
    title: 'Exposure',
    about: `As of ${instantWords(body.at, program.timeZone)}`,
    lead: leadOf(body),
    body: table + section('What the probable cost rests on', '', basisTable(items, program)),
  }
}

function leadOf({ total, currency }: ExposureBody): string {
  const open =
    total.unlimited === 0 ? '' : `, besides ${countWords(total.unlimited, 'perk')} of a tier that nothing limits`
  return `Open allowances will probably cost ${amountWords(total.probable, currency)}, and ${amountWords(total.atMost, currency)} at most${open}.`
}

function cellsOf(
  { perk, name, tier, members, open, until, unit, atMost, utilisation, probable }: Exposure,
  currency: string,
  program: ProgramNames,
) {
  const money = (amount: string | null, without: string) => ({
    text: amount === null ? without : amountWords(amount, currency),
  })
  const { used, allowed, percent } = utilisation
  const of = allowed === null ? `${numberWords(used)} used` : `${numberWords(used)} of ${numberWords(allowed)}`
  return [
    { text: `${name}, ${nameIn(program.tiers, tier)}`, href: hrefOf('costs', { perk, tier, by: 'month' }) },
    { text: numberWords(members) },
    { text: open === null ? 'no limit' : numberWords(open) },
    { text: until === null ? '–' : dayWords(until) },
    money(unit, 'not said'),
    money(atMost, 'no limit'),
    { text: percent === null ? '–' : percentWords(percent), note: of },
    money(probable, '–'),
  ]
}

const basisTable = (items: readonly Exposure[], program: ProgramNames) =>
  dataTable({
    caption: 'How each probable cost was worked out',
    columns: [{ head: 'Perk and tier' }, { head: 'Worked out from' }],
    kind: 'wordy',
    rows: items.map(({ name, tier, basis }) => [{ text: `${name}, ${nameIn(program.tiers, tier)}` }, { text: basis }]),
  })
