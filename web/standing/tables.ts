import type { MeasureBody, RowBody, StandingBody, TrajectoryBody } from '#program/standing-body.ts'
import { dayWords, monthWords } from '#program/words/date-words.ts'
import { isZero, moneyWords } from '#program/words/money-words.ts'
import { escapeText } from '../pictures/svg.ts'
import { amountsWords } from './ground-words.ts'
import type { LadderData } from './ladder-data.ts'
import type { MonthAccount } from './my-year.ts'
import { planName } from './plan-words.ts'
import { table, tableRow } from './text-table.ts'

/** Every way to the tier held and to those above it: what counts so far, what is needed, what is left. */
export function wayTable({ tier, keep, progress }: StandingBody, ladder: LadderData): string {
  const groups = [{ name: tier.name, rows: keep?.rows ?? [] }, ...progress].flatMap(({ name, rows }) =>
    rows.map((row) => wayGroup(name, row, ladder)),
  )
  return table('What counts today, by tier and way', ['Way', 'Counted', 'Needed', 'Left'], groups.join(''))
}

function wayGroup(tier: string, { percent, measures }: RowBody, ladder: LadderData): string {
  const head = `<tr><th scope="rowgroup" colspan="4">${escapeText(tier)}: ${percent} % done</th></tr>`
  return `<tbody>${head}${measures.map((measure) => measureRow(measure, ladder)).join('')}</tbody>`
}

function measureRow(measure: MeasureBody, ladder: LadderData): string {
  const money = (amount: string | null) => (amount === null ? 'not known' : moneyWords(amount, ladder.currency))
  switch (measure.measure) {
    case 'spend':
    case 'lifetimeSpend': {
      const name = measure.measure === 'spend' ? 'Spend' : 'Spend in all'
      return tableRow(name, [money(measure.have), money(measure.need), money(measure.left)])
    }
    case 'orders':
    case 'units':
      return tableRow(
        measure.measure === 'orders' ? 'Orders' : 'Items',
        [measure.have, measure.need, measure.left].map(String),
      )
    case 'balance':
      return tableRow(`Balance (${measure.months.have} of ${measure.months.need} months)`, [
        ...[money(measure.have), money(measure.need), money(measure.left)],
      ])
    case 'plan': {
      return tableRow(planName(measure.plan, ladder), [
        measure.have ? 'running' : 'no',
        'running',
        measure.have ? '' : 'the plan',
      ])
    }
    default:
      return measure satisfies never
  }
}

/** The tier on the first of each month ahead, and what drops off on that day. */
export function stepsTable({ months, currency }: TrajectoryBody): string {
  const rows = months.map(({ on, name, dropsOff }) =>
    tableRow(dayWords(on), [name, amountsWords(dropsOff, currency) || 'nothing']),
  )
  return table('If nothing more is bought', ['On', 'You hold', 'Drops off'], `<tbody>${rows.join('')}</tbody>`)
}

/** The months of the stripe, newest first, as a statement reads. */
export function yearTable(months: readonly MonthAccount[], currency: string): string {
  const money = (amount: string) => (isZero(amount) ? '–' : moneyWords(amount, currency))
  const rows = months.toReversed().map(({ month, bought, refunded, counts, orders }) => {
    const counted = amountsWords({ spend: counts, orders, units: orders }, currency)
    return tableRow(monthWords(month), [money(bought), money(refunded), counted || '–'])
  })
  return table('What counted, by month', ['Month', 'Bought', 'Refunded', 'Counts'], `<tbody>${rows.join('')}</tbody>`)
}
