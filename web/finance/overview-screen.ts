import type { CostsBody } from '#finance/costs-routes.ts'
import type { BudgetBody, TiersBody } from '#finance/outlook-routes.ts'
import { formatMoney } from '#program/money.ts'
import { instantWords, monthWords } from '#program/words/date-words.ts'
import { isZero } from '#program/words/money-words.ts'
import { heatMap } from '../pictures/heat-map.ts'
import { tierBars } from '../pictures/tier-bars.ts'
import { minorOf } from './amount.ts'
import { budgetFigure } from './budget-screen.ts'
import { heatData } from './heat-data.ts'
import { monthSentence } from './month-sentence.ts'
import { nameIn, type ProgramNames } from './program.ts'
import { hrefOf } from './query.ts'
import { linkTo, type Screen, section } from './screen.ts'
import { tierData } from './tier-data.ts'

export interface Overview {
  /** By perk and month, of the last twelve months. */
  readonly costs: CostsBody
  readonly budget: BudgetBody
  /** Of the current month, and of the same twelve. */
  readonly tiersNow: TiersBody
  readonly tiers: TiersBody
}

/** This month in one sentence; then where it comes from, how long budgets last, and what each tier costs. */
export function overviewScreen({ costs, budget, tiersNow, tiers }: Overview, program: ProgramNames): Screen {
  const { from, to } = costs
  const runsOut = budget.items.flatMap(({ name, runsOutOn }) => (runsOutOn === null ? [] : [{ name, on: runsOutOn }]))
  return {
    title: monthWords(to),
    about: `As of ${instantWords(budget.at, program.timeZone)}`,
    lead: monthSentence({ ...monthOf(costs, program), shareOfSpend: tiersNow.total.shareOfSpend, runsOut }),
    body:
      section(
        'By perk and month',
        '',
        heatMap(heatData(costs, program)) +
          more(hrefOf('costs', { from, to }), 'All costs, to be told apart otherwise'),
      ) +
      section('Budgets', '', budgetPart(budget)) +
      section(
        'By tier',
        '',
        tierBars(tierData(tiers, program)) + more(hrefOf('tiers', { from, to }), 'Tiers in other months'),
      ),
  }
}

const more = (href: string, words: string) => `<p class="lead-on">${linkTo(href, words)}</p>`

function budgetPart(budget: BudgetBody): string {
  if (budget.items.length === 0) return '<p>No perk has a budget. Unit costs are where one is set.</p>'
  const drawn = budget.items.filter((item) => !isZero(item.budget) || !isZero(item.forecast.high))
  const figures = drawn.map((item) => budgetFigure(item, budget))
  return `<div class="burns">${figures.join('')}</div>${more(hrefOf('budget'), 'Every budget in figures')}`
}

/** The last month of the costs: how many uses, what they cost, and which perk most. */
function monthOf({ items, to, currency }: CostsBody, program: ProgramNames) {
  const now = items.filter(({ month }) => month === to)
  const cost = now.reduce((sum, item) => sum + minorOf(item.cost, currency), 0)
  const [first] = now.toSorted((one, other) => minorOf(other.cost, currency) - minorOf(one.cost, currency))
  return {
    ...{ month: to, currency, cost: formatMoney(cost, currency) },
    uses: now.reduce((sum, { uses }) => sum + uses, 0),
    largest: first ? { name: nameIn(program.perks, first.perk ?? ''), cost: first.cost } : null,
  }
}
