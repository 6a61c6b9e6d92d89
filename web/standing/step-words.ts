import type { MeasureBody, WayBody } from '#program/standing-body.ts'
import { dayWordsIn } from '#program/words/date-words.ts'
import { andWords, countWords } from '#program/words/list-words.ts'
import { isZero, moneyWords } from '#program/words/money-words.ts'
import type { LadderData } from './ladder-data.ts'
import { planWords } from './plan-words.ts'

/** Whether a way is meant to gain a tier or to hold on to it. */
export type Aim = 'reach' | 'keep'

/** What words depend on besides the way itself. */
export interface Now {
  /** The member's day, "2026-05-20": dates of the same year are said without it. */
  readonly today: string
  /** The plans that run today: these are renewed, others taken out. */
  readonly plans: ReadonlySet<string>
}

/**
 * What is still to do on a way, as an instruction: "spend £187.60 more by 31 December". Null where nothing is left to do.
 */
export function stepWords(way: WayBody, aim: Aim, ladder: LadderData, now: Now): string | null {
  const deeds = deedsOf(way.measures, ladder, now)
  if (deeds.length === 0) return null
  // A plan gives its tier whenever it is taken out; only what is summed has a last day.
  if (aim === 'reach' && way.measures.every((measure) => measure.measure === 'plan' || isDone(measure)))
    return deeds.join()
  const by = dayWordsIn(way.by, now.today)
  const when = way.from ? `between ${dayWordsIn(way.from, now.today)} and ${by}` : `by ${by}`
  return `${andWords(deeds)} ${when}`
}

/** What is left is an amount, a count, or whether a plan is missing. */
const isDone = ({ left }: MeasureBody) => (typeof left === 'string' ? isZero(left) : !left)

function deedsOf(measures: readonly MeasureBody[], ladder: LadderData, now: Now): string[] {
  const money = mostSpend(measures)
  const deeds: string[] = []
  for (const measure of measures) {
    const deed = measure === money ? spendDeed(measure, ladder.currency) : otherDeed(measure, ladder, now)
    if (deed) deeds.push(deed)
  }
  return deeds
}

type Spend = Extract<MeasureBody, { measure: 'spend' | 'lifetimeSpend' }>

/** What is spent counts for the window and for all time alike, so the larger of the two is enough for both. */
function mostSpend(measures: readonly MeasureBody[]): Spend | undefined {
  const spends = measures.filter(
    (measure): measure is Spend => measure.measure === 'spend' || measure.measure === 'lifetimeSpend',
  )
  return spends.reduce<Spend | undefined>(
    (most, spend) => (most && !isMore(spend.left, most.left) ? most : spend),
    undefined,
  )
}

/** Compares decimal strings of one currency, which have the same number of decimals. */
const isMore = (one: string, other: string) => BigInt(one.replace('.', '')) > BigInt(other.replace('.', ''))

const spendDeed = ({ have, left }: Spend, currency: string) =>
  isZero(left) ? null : `spend ${moneyWords(left, currency)}${isZero(have) ? '' : ' more'}`

function otherDeed(measure: MeasureBody, ladder: LadderData, now: Now): string | null {
  switch (measure.measure) {
    case 'spend':
    case 'lifetimeSpend':
      return null
    case 'orders':
      return countDeed('place', 'order', measure)
    case 'units':
      return countDeed('buy', 'item', measure)
    case 'balance': {
      const months = measure.months.need - measure.months.have
      if (months <= 0 && isZero(measure.left)) return null
      return `keep a balance of ${moneyWords(measure.need, ladder.currency)} for ${countWords(Math.max(1, months), 'month')}`
    }
    case 'plan':
      return measure.have
        ? null
        : `${now.plans.has(measure.plan) ? 'renew' : 'take out'} ${planWords(measure.plan, ladder)},`
    default:
      return measure satisfies never
  }
}

function countDeed(verb: string, noun: string, { have, left }: { readonly have: number; readonly left: number }) {
  if (left === 0) return null
  return `${verb} ${have === 0 ? countWords(left, noun) : countWords(left, noun).replace(' ', ' more ')}`
}
