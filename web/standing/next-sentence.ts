import type { NextStep, StandingBody, TrajectoryBody } from '#program/standing-body.ts'
import { dayWords, dayWordsIn } from '#program/words/date-words.ts'
import { capital } from '#program/words/list-words.ts'
import { dayOf } from '#program/zone.ts'
import type { LadderData } from './ladder-data.ts'
import { type Aim, stepWords } from './step-words.ts'

/** What stands at the head of a member's page. */
export interface Headline {
  /** The one sentence: what to do next, or that nothing is to be done. */
  readonly sentence: string
  /** How long the tier held lasts, and what keeps it. */
  readonly holding: string
  /** Other ways to the same end, each a sentence. */
  readonly otherWays: readonly string[]
}

/** Works the headline out. A tier about to be lost comes before a tier to be gained. */
export function headline(standing: StandingBody, trajectory: TrajectoryBody, ladder: LadderData): Headline {
  const today = dayOf(Date.parse(standing.asOf), ladder.timeZone)
  const lift = stepsOf(trajectory.lift, 'reach', ladder, today)
  const keep = stepsOf(trajectory.keep, 'keep', ladder, today)
  const [toKeep] = keep
  const [toLift] = lift
  if (toKeep && isSoon(standing.tier.until, today))
    return { sentence: toKeep, holding: lossWords(standing, ladder), otherWays: keep.slice(1) }
  if (toLift) return { sentence: toLift, holding: holdWords(standing, ladder, today, toKeep), otherWays: lift.slice(1) }
  return atTheTop(standing, ladder, keep)
}

function atTheTop(standing: StandingBody, ladder: LadderData, keep: readonly string[]): Headline {
  const { name, until, rank } = standing.tier
  const highest = rank > 0 ? `${name}, the highest tier,` : name
  if (until === null)
    return { sentence: `${highest} is yours for good.`, holding: 'Nothing you do or leave can end it.', otherWays: [] }
  const [toKeep] = keep
  const holding = toKeep ? `${toKeep} ${lossWords(standing, ladder)}` : lossWords(standing, ladder)
  return { sentence: `${highest} is yours until ${dayWords(until)}.`, holding, otherWays: keep.slice(1) }
}

/** Each way as a sentence: "Spend £187.60 more by 31 December to reach Gold." */
function stepsOf(step: NextStep | null, aim: Aim, ladder: LadderData, today: string): string[] {
  if (!step) return []
  return step.ways.flatMap((way) => {
    const words = stepWords(way, aim, ladder, today)
    return words ? [`${capital(words)} to ${aim} ${step.name}.`] : []
  })
}

/** This month or next: near enough that keeping comes first. */
function isSoon(until: string | null, today: string): boolean {
  return until !== null && monthsOf(until) - monthsOf(today) <= 1
}

const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

function holdWords(standing: StandingBody, ladder: LadderData, today: string, toKeep: string | undefined): string {
  const { name, rank, until } = standing.tier
  if (rank === 0) return `${name} is yours for good.`
  if (until === null) return `${name} is yours for good: nothing you do or leave can end it.`
  if (!toKeep) return `${name} is yours until ${dayWordsIn(until, today)}, then ${thenName(standing, ladder)}.`
  return `${name} is yours until ${dayWords(until)}. ${toKeep}`
}

function lossWords(standing: StandingBody, ladder: LadderData): string {
  const { name, until } = standing.tier
  return until
    ? `Otherwise ${name} ends on ${dayWords(until)} and you hold ${thenName(standing, ladder)} from the next day.`
    : ''
}

/** A tier's name by its id; a tier of a later edition is called by its id. */
export function thenName(standing: StandingBody, ladder: LadderData): string {
  const { then } = standing.tier
  return ladder.tiers.find((tier) => tier.id === then)?.name ?? then ?? ''
}
