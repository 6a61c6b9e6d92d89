import { dayWords, monthWords } from '#program/words/date-words.ts'
import { andWords, countWords } from '#program/words/list-words.ts'
import { amountWords, percentWords } from './amount.ts'

/** What is to be said of a month. Amounts are decimal strings. */
export interface MonthNews {
  readonly month: string
  readonly currency: string
  readonly uses: number
  readonly cost: string
  /** Of what members spent; null when they spent nothing. */
  readonly shareOfSpend: number | null
  readonly largest: { readonly name: string; readonly cost: string } | null
  readonly runsOut: readonly { readonly name: string; readonly on: string }[]
}

/** The month in a sentence, and the budgets that do not last in a second one. */
export function monthSentence(news: MonthNews): string {
  return [costSentence(news), budgetSentence(news.runsOut)].filter((sentence) => sentence !== '').join(' ')
}

function costSentence({ month, currency, uses, cost, shareOfSpend, largest }: MonthNews): string {
  const name = monthWords(month).split(' ')[0]
  if (!largest) return `In ${name} nothing has been booked so far.`
  const share = shareOfSpend === null ? '' : `, ${percentWords(shareOfSpend)} of what members spent`
  const most = `${inSentence(largest.name)} is the largest at ${amountWords(largest.cost, currency)}`
  const have = uses === 1 ? 'has' : 'have'
  return `In ${name}, ${countWords(uses, 'use')} of perks ${have} cost ${amountWords(cost, currency)} so far${share}; ${most}.`
}

function budgetSentence(runsOut: MonthNews['runsOut']): string {
  const [first] = runsOut
  if (!first) return ''
  if (runsOut.length === 1)
    return `The budget for ${inSentence(first.name)} runs out on ${dayWords(first.on)} at this pace.`
  const said = runsOut.map(({ name, on }) => `${inSentence(name)} on ${dayWords(on)}`)
  return `Budgets run out at this pace: ${andWords(said)}.`
}

/** "Free delivery" → "free delivery"; "VIP room" stays. */
const inSentence = (name: string) =>
  /^\p{Lu}(?:\p{Ll}|\s)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
