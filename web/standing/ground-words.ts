import type { DropsOff, Earning, MeasureBody, StandingBody } from '#program/standing-body.ts'
import { dayWords, monthWords } from '#program/words/date-words.ts'
import { andWords, capital, countWords } from '#program/words/list-words.ts'
import { isZero, moneyWords } from '#program/words/money-words.ts'
import type { LadderData } from './ladder-data.ts'
import { planWords } from './plan-words.ts'

/** Why the tier is held, so that the sum can be done again: one sentence each for how it began and what carries it. */
export function whyWords({ why, tier }: StandingBody, ladder: LadderData): string[] {
  if (!why) return [`Everyone holds ${tier.name}: it does not have to be earned.`]
  const { landing, carriedBy } = why
  if (landing) {
    const from = ladder.tiers.find(({ id }) => id === landing.from)?.name ?? landing.from
    const last = monthWords(landing.through)
    return [
      `You came down from ${from} by one tier in ${monthWords(why.month)}; ${tier.name} is yours through ${last}, whatever you buy.`,
    ]
  }
  const first = `It began in ${monthWords(why.month)} with ${earnedWords(why, ladder)}, by edition ${why.edition} of the rules.`
  if (!carriedBy || carriedBy.month === why.month) return [first]
  const carried = `The last month that was good for it is ${monthWords(carriedBy.month)}, with ${earnedWords(carriedBy, ladder)}, by edition ${carriedBy.edition}.`
  return [first, carried]
}

/** "£262 of the £250 needed and 7 of the 6 orders needed". */
const earnedWords = ({ row }: Earning, ladder: LadderData): string =>
  andWords(row.map((measure) => measuredWords(measure, ladder)))

function measuredWords(measure: MeasureBody, ladder: LadderData): string {
  const money = (amount: string) => moneyWords(amount, ladder.currency)
  switch (measure.measure) {
    case 'spend':
      return `${money(measure.have)} spent (${money(measure.need)} needed)`
    case 'lifetimeSpend':
      return `${money(measure.have)} spent in all (${money(measure.need)} needed)`
    case 'orders':
      return `${countWords(measure.have, 'order')} (${measure.need} needed)`
    case 'units':
      return `${countWords(measure.have, 'item')} (${measure.need} needed)`
    case 'balance':
      return `a balance of at least ${money(measure.need)} for ${countWords(measure.months.need, 'month')}`
    case 'plan':
      return planWords(measure.plan, ladder)
    default:
      return measure satisfies never
  }
}

/** What leaves the window next: "On 1 June 2026: £40 and 1 order." */
export function dropWords({ on, spend, orders, units }: DropsOff, currency: string): string {
  const gone = amountsWords({ spend, orders, units }, currency)
  return gone ? `${capital(gone)}, on ${dayWords(on)}` : `Nothing, on ${dayWords(on)}`
}

/** "£40 and 1 order"; empty when there is nothing. Items are named where they are not one for each order. */
export function amountsWords({ spend, orders, units }: Omit<DropsOff, 'on'>, currency: string): string {
  const parts: string[] = []
  if (!isZero(spend)) parts.push(moneyWords(spend, currency))
  if (orders !== 0) parts.push(countWords(orders, 'order'))
  if (units !== 0 && units !== orders) parts.push(countWords(units, 'item'))
  return andWords(parts)
}
