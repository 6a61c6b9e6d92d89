import type { ActualBody, InvoiceBody } from '#finance/invoice-routes.ts'
import { instantWords } from '#program/words/date-words.ts'
import { countWords } from '#program/words/list-words.ts'
import { amountWords } from './amount.ts'
import type { Fault } from './ask.ts'
import { dataTable, tableRow } from './data-table.ts'
import { moreButton } from './entries-screen.ts'
import { invoicesFilters } from './filters.ts'
import { choice, textField } from './form-parts.ts'
import { nameIn, type ProgramNames } from './program.ts'
import { type Fields, hrefOf } from './query.ts'
import { type Screen, section } from './screen.ts'

export interface Actuals {
  readonly items: readonly ActualBody[]
  readonly nextCursor: string | null
}

const COLUMNS = [
  { head: 'Reported' },
  { head: 'From' },
  { head: 'Line', isCode: true },
  { head: 'For', isCode: true },
  { head: 'Charged', isFigure: true },
  { head: 'Use' },
  { head: 'True-up', isFigure: true },
]

/** What suppliers charged, and the form by which their invoices come in. */
export function invoicesScreen(body: Actuals, fields: Fields, program: ProgramNames): Screen {
  return {
    title: 'Invoices',
    about: fields.state === 'unmatched' ? 'Lines without a use' : fields.state === 'matched' ? 'Lines with a use' : '',
    lead: 'A supplier’s invoice says what uses really cost. What it comes to beyond the unit cost is booked as a true-up, in this month.',
    body:
      section('Report an invoice', UPLOAD, uploadForm(program)) +
      section('Lines so far', '', invoicesFilters(fields) + linesTable(body, program) + moreButton(body.nextCursor)),
  }
}

const UPLOAD =
  'A CSV file with the columns id, date, amount and currency, and redemption or order for what a line is for; perk and note if you like. It is checked whole before anything is booked.'

const uploadForm = ({ perks }: ProgramNames) =>
  `<form class="filters upload" data-upload><div class="field"><label for="field-file">File</label>` +
  `<input id="field-file" name="file" type="file" accept=".csv,text/csv" required></div>` +
  textField({
    name: 'source',
    label: 'Supplier',
    hint: 'The same name each time, as in parcel-line',
    isRequired: true,
  }) +
  choice('perk', 'For the perk', perks, '', 'As the lines say') +
  '<button class="button" type="submit">Check</button></form><div data-place="invoice" tabindex="-1"></div>'

const linesTable = ({ items }: Actuals, program: ProgramNames) =>
  dataTable({
    caption: items.length === 0 ? 'No lines here' : 'Lines of invoices, newest first',
    columns: COLUMNS,
    place: 'rows',
    rows: items.map((item) => cellsOf(item, program)),
  })

/** More lines for the same table. */
export const actualRows = ({ items }: Actuals, program: ProgramNames): string =>
  items.map((item) => tableRow(cellsOf(item, program), COLUMNS)).join('')

function cellsOf(item: ActualBody, program: ProgramNames) {
  const { recordedAt, source, id, redemption, order, perk, amount, currency, matched, reason, note } = item
  const forWhat = [
    redemption ?? (order === null ? '' : `order ${order}`),
    perk === null ? '' : nameIn(program.perks, perk),
  ]
  return [
    { text: instantWords(recordedAt, program.timeZone) },
    { text: source },
    { text: id, ...(note !== null && { note }) },
    { text: forWhat.filter((words) => words !== '').join(', ') },
    { text: amountWords(amount, currency) },
    matched
      ? { text: 'Matched', href: hrefOf('use', { id: matched.redemption }) }
      : { text: reason === null ? '–' : REASONS[reason] },
    { text: matched ? amountWords(matched.trueUp, currency) : '–' },
  ]
}

const REASONS: Readonly<Record<NonNullable<ActualBody['reason']>, string>> = {
  no_such_redemption: 'No use has this id',
  redemption_refused: 'The use was refused',
  no_use_of_order: 'No perk was used on this order',
  several_uses_of_order: 'Several perks were used on this order: the line has to say which',
}

/** What would come of an invoice, or what came of it: in a sentence, then row by row what matches no use. */
export function outcomePart({
  rows,
  matched,
  duplicate,
  unmatched,
  amount,
  trueUp,
  currency,
  isCheck,
}: InvoiceBody): string {
  const money = (text: string) => amountWords(text, currency)
  const kinds = [
    `${matched} matched to a use`,
    `${duplicate} reported before`,
    `${unmatched.length} without a use`,
  ].join(', ')
  const booked = isCheck
    ? `Booking it would add ${money(trueUp)} to the cost`
    : `Booked: ${money(trueUp)} was added to the cost`
  const sentence = `${countWords(rows, 'row')}, ${money(amount)} in all: ${kinds}. ${booked}.`
  return section(
    isCheck ? 'What would come of it' : 'What came of it',
    sentence,
    unmatched.length === 0 ? '' : unmatchedTable(unmatched, isCheck),
  )
}

const unmatchedTable = (unmatched: InvoiceBody['unmatched'], isCheck: boolean) =>
  dataTable({
    caption: `Rows without a use. They ${isCheck ? 'would be' : 'are'} kept, and matched when they are sent again after the use has come.`,
    columns: [{ head: 'Row' }, { head: 'Line' }, { head: 'Why' }],
    kind: 'slim',
    rows: unmatched.map(({ row, id, reason }) => [
      { text: String(row) },
      { text: id },
      { text: reason === null ? '–' : REASONS[reason] },
    ]),
  })

/** What is wrong with a file, row by row. */
export function faultsPart(detail: string, errors: readonly Fault[]): string {
  const table = dataTable({
    caption: 'What is wrong, by row',
    columns: [{ head: 'Row' }, { head: 'What to mend' }],
    kind: 'slim',
    rows: errors.map(({ pointer, detail: words }) => [
      { text: /^\/rows\/(\d+)/.exec(pointer)?.[1] ?? '–' },
      { text: words.replace(/^Row \d+: /, '') },
    ]),
  })
  return section(
    'Nothing was booked',
    errors.length === 0 ? detail : 'Mend the file and check it again.',
    errors.length === 0 ? '' : table,
  )
}
