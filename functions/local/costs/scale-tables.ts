import { ASSUMPTION_NAMES, ASSUMPTIONS } from './assumptions.ts'
import { dollarText, halfUp, nano } from './dollars.ts'
import { billCells, countText, loadText, percentText } from './figures.ts'
import { PIECES } from './measure/piece.ts'
import type { Measurements } from './measurements.ts'
import { type Price, SERVICES } from './price.ts'
import { METERS, PRICE_REGION, PRICES } from './prices.ts'
import type { Month, Report } from './report.ts'

/** The parts of docs/scale.md that are worked out, by the name between their marks. */
export function scaleTables(report: Report, measured: Measurements): Readonly<Record<string, string>> {
  return {
    millions: table(
      ['A million', ...SERVICES, 'Together'],
      report.millions.map(({ name, bill }) => [name, ...billCells(bill)]),
    ),
    months: monthsTable(report),
    limits: report.months.map(limitsTable).join('\n\n'),
    'every limit': report.months.slice(-1).map(everyLimitTable).join(''),
    measured: measuredTables(measured),
    assumed: table(
      ['Flag', 'Usual', 'What it is'],
      ASSUMPTION_NAMES.map((name) => {
        const { flag, usual, sentence } = ASSUMPTIONS[name]
        return [`\`--${flag}\``, String(usual), sentence]
      }),
      2,
    ),
    prices: pricesTable(),
  }
}

function monthsTable({ idle, months }: Report): string {
  const columns = [billCells(idle), ...months.map(({ bill }) => billCells(bill))]
  const rows = [...SERVICES, '**Together**'].map((name, row) => [name, ...columns.map((cells) => cells[row] ?? '')])
  const without = [idle, ...months.map(({ bill }) => bill)].map(({ total, parts }) => dollarText(total - parts.Cognito))
  const each = months.map(({ bill, members }) => perThousand(bill.total, members))
  return table(
    ['A month', 'Nobody', ...months.map(({ members }) => `${countText(members)} members`)],
    [...rows, ['Without Cognito', ...without], ['For a thousand members', '', ...each]],
  )
}

const perThousand = (total: bigint, members: bigint) =>
  members === 0n ? '' : dollarText(halfUp(1000n * total, members))

/** From here on a limit is worth naming. */
const NEAR = 0.1
const AT_LEAST = 3

function limitsTable({ members, limits }: Month): string {
  const named = limits.filter(({ share }, index) => index < AT_LEAST || share >= NEAR)
  const rows = named.map(({ limit: { what, unit, limit }, load, share }) => [
    ...[what, `${loadText(load)} of ${loadText(limit)} ${unit}`, percentText(share)],
  ])
  return `**${countText(members)} members**\n\n${table(['Limit', 'Busiest hour', 'Used up'], rows)}`
}

/** Every load grows with the members, so that a limit is as many times further as the load is below it. */
function everyLimitTable({ members, limits }: Month): string {
  const rows = limits.map(({ limit: { what, unit, limit, source, remedy }, share }) => {
    const reached = Number((Number(members) / share).toPrecision(2)).toLocaleString('en-GB')
    return [what, `${loadText(limit)} ${unit}`, reached, remedy, source]
  })
  return table(['Limit', 'It is', 'Reached by about', 'Then', 'Where it is from'], rows, 3)
}

function measuredTables({ uses, times }: Measurements): string {
  const pieces = PIECES.map((piece) => {
    const { requests, calls, readUnits, writeUnits, answerBytes, logBytes } = uses.pieces[piece]
    const { cpuMicroseconds, turns } = times.pieces[piece]
    const counts = [requests, calls, turns, readUnits, writeUnits, answerBytes, logBytes].map(String)
    return [WORDS[piece], ...counts, (cpuMicroseconds / 1000).toFixed(2)]
  })
  const kept = Object.entries(uses.kept).map(([kind, { tableBytes, indexBytes }]) => [
    ...[kind, String(tableBytes), String(indexBytes)],
  ])
  return [
    `Units and bytes follow from the code. Times were taken on ${times.on} (${times.machine}).`,
    table(
      ['', 'Requests', 'Calls', 'In a row', 'Read units', 'Write units', 'Answer, bytes', 'Log, bytes', 'CPU, ms'],
      pieces,
    ),
    table(['Kept of', 'Table, bytes', 'Indexes, bytes'], kept),
  ].join('\n\n')
}

const WORDS: Readonly<Record<(typeof PIECES)[number], string>> = {
  ...{ standing: 'A member’s own standing', trajectory: 'what is ahead', activity: 'the activity behind it' },
  ...{ myPerks: 'a member’s own perks', deskStanding: 'A standing, asked by a till' },
  ...{ tillLookUp: 'perks, asked by a till', redemption: 'A redemption', purchase: 'A purchase' },
  ...{ purchases100: 'a hundred purchases of a hundred members', signIn: 'A sign-in' },
}

function pricesTable(): string {
  const rows = METERS.map((meter) => {
    const { service, what, source } = PRICES[meter]
    return [
      service,
      what,
      askedText(PRICES[meter]),
      source.readOn,
      `${source.page}; ${source.readIn ?? '**not confirmed**'}`,
    ]
  })
  const head = [
    'Service',
    `What (${PRICE_REGION})`,
    'Dollars',
    'Read on',
    'The provider’s page; the text it was read in',
  ]
  return table(head, rows, 5)
}

/** "$1 up to 300, then $0.9": band by band. */
function askedText({ bands, per }: Price): string {
  const words = bands.map(({ upTo, nanoDollars }) => {
    const asked = nanoDollars === 0n ? 'free' : `$${Number(nanoDollars) / Number(nano('1'))}`
    return upTo === null ? asked : `${asked} up to ${(Number(upTo) / Number(per)).toLocaleString('en-GB')}`
  })
  return words.join(', then ')
}

/** A table of Markdown; the columns from `left` on are text, as the first is, the others figures. */
function table(head: readonly string[], rows: readonly (readonly string[])[], left = 1): string {
  const isText = (column: number) => column === 0 || (left > 1 && column >= left) || left === head.length
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (isText(column) ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
