import type { BudgetBody } from '#finance/outlook-routes.ts'
import { dayWords, instantWords, monthWords } from '#program/words/date-words.ts'
import { countWords } from '#program/words/list-words.ts'
import { narrowBurn, wideBurn } from '../pictures/burn-line.ts'
import { escapeText } from '../pictures/svg.ts'
import { amountWords } from './amount.ts'
import { type Budget, burnData } from './burn-data.ts'
import { dataTable } from './data-table.ts'
import type { ProgramNames } from './program.ts'
import { hrefOf } from './query.ts'
import { facts, linkedPicture, type Screen, section } from './screen.ts'

/** Every budget that runs today: its burn line, how it is worked out, and month by month what was spent. */
export function budgetScreen(body: BudgetBody, program: ProgramNames): Screen {
  return {
    title: 'Budgets',
    about: `As of ${instantWords(body.at, program.timeZone)}`,
    lead: leadOf(body),
    body: body.items.map((item) => section(item.name, '', budgetPart(item, body))).join('') + withoutPart(body),
  }
}

function leadOf({ items }: BudgetBody): string {
  if (items.length === 0) return 'No perk has a budget. Set one under unit costs.'
  const short = items.filter(({ runsOutOn }) => runsOutOn !== null)
  if (short.length === 0) return `${countWords(items.length, 'budget')}: at the present pace every one of them lasts.`
  return `${countWords(items.length, 'budget')}, of which ${short.length} will run out before ${short.length === 1 ? 'its' : 'their'} end at the present pace.`
}

/** A burn line with its sentence; the picture leads to the months behind it. */
export function budgetFigure(item: Budget, { at, currency }: Pick<BudgetBody, 'at' | 'currency'>): string {
  const burn = burnData(item, at, currency)
  return (
    `<figure class="burn-figure">${linkedPicture(monthsHref(item), wideBurn(burn), narrowBurn(burn))}` +
    `<figcaption>${escapeText(burn.sentence)}</figcaption></figure>`
  )
}

const monthsHref = ({ perk, from, until }: Budget) =>
  hrefOf('costs', { from: from.slice(0, 7), to: until.slice(0, 7), perk, by: 'month' })

function budgetPart(item: Budget, body: BudgetBody): string {
  return budgetFigure(item, body) + facts(factsOf(item, body.currency)) + monthsTable(item, body.currency)
}

function factsOf(item: Budget, currency: string) {
  const { owner, from, until, committed, pace, runsOutOn, forecast } = item
  const money = (amount: string) => amountWords(amount, currency)
  return [
    ['Runs', `${dayWords(from)} to ${dayWords(until)}`],
    ['Answers for it', owner ?? 'Nobody is named'],
    [
      'Open allowances',
      committed === null ? 'Nothing limits what could still be used' : `could cost ${money(committed)} at most`,
    ],
    ['Forecast', `${money(forecast.likely)}, between ${money(forecast.low)} and ${money(forecast.high)}`],
    ['Rests on', pace],
    ['Runs out', runsOutOn === null ? 'Not at this pace' : dayWords(runsOutOn)],
  ] as const
}

function monthsTable(item: Budget, currency: string): string {
  return dataTable({
    caption: `${item.name}: booked by month, and together since ${dayWords(item.from)}`,
    columns: [{ head: 'Month' }, { head: 'Booked', isFigure: true }, { head: 'To date', isFigure: true }],
    kind: 'slim',
    rows: item.line.map(({ month, spent, toDate }) => [
      { text: monthWords(month), href: hrefOf('entries', { from: month, to: month, perk: item.perk }) },
      { text: amountWords(spent, currency) },
      { text: amountWords(toDate, currency) },
    ]),
  })
}

function withoutPart({ without, currency }: BudgetBody): string {
  if (without.length === 0) return ''
  const table = dataTable({
    caption: 'What they cost so far this year',
    columns: [{ head: 'Perk' }, { head: 'Cost', isFigure: true }],
    kind: 'slim',
    rows: without.map(({ perk, name, actual }) => [
      { text: name, href: hrefOf('costs', { perk, by: 'month' }) },
      { text: amountWords(actual, currency) },
    ]),
  })
  return section('Without a budget', 'These perks cost something, and no budget says how much they may.', table)
}
