import type { MeasureBody, NextStep, StandingBody, TrajectoryBody, WayBody } from '#program/standing-body.ts'
import { dayWords } from '#program/words/date-words.ts'
import { capital } from '#program/words/list-words.ts'
import { isZero, moneyWords } from '#program/words/money-words.ts'
import { dayOf } from '#program/zone.ts'
import type { LadderData } from './ladder-data.ts'
import { type Aim, type Now, stepWords } from './step-words.ts'

/** What stands at the head of a member's page. */
export interface Headline {
  /** The one sentence: what to do next, or that nothing is to be done. */
  readonly sentence: string
  /** How long the tier held lasts, and what keeps it. */
  readonly holding: string
  /** Other ways to the same end, each a sentence. */
  readonly otherWays: readonly string[]
  /** Every way to keep the tier held, each a sentence. */
  readonly keepingWays: readonly string[]
}

/** Works the headline out. A tier about to be lost comes before a tier to be gained. */
export function headline(standing: StandingBody, trajectory: TrajectoryBody, ladder: LadderData): Headline {
  const today = dayOf(Date.parse(standing.asOf), ladder.timeZone)
  const now = { today, plans: plansOf(standing) }
  const lift = goalOf(trajectory.lift, 'reach', ladder, now)
  const keep = goalOf(keepStep(standing, trajectory), 'keep', ladder, now)
  const keepingWays = keep ? [keep.first, ...keep.others].map((deed) => `${deed}.`) : []
  return { ...sayings(standing, ladder, { lift, keep, isSoon: isSoon(standing.tier.until, today) }), keepingWays }
}

interface Prospect {
  readonly lift: Goal | null
  readonly keep: Goal | null
  readonly isSoon: boolean
}

type Sayings = Omit<Headline, 'keepingWays'>

function sayings(standing: StandingBody, ladder: LadderData, { lift, keep, isSoon }: Prospect): Sayings {
  if (keep && isSoon) return { ...sentencesOf(keep), holding: keep.remark + lossWords(standing, ladder) }
  if (lift) return { ...sentencesOf(lift), holding: lift.remark + holdWords(standing, ladder, keep) }
  return { ...atTheTop(standing), holding: keep ? keepIt(keep) : endWords(standing, ladder) }
}

function atTheTop({ tier }: StandingBody): Omit<Sayings, 'holding'> {
  const highest = tier.rank > 0 ? `${tier.name}, the highest tier,` : tier.name
  const sentence = tier.until
    ? `${highest} is yours until ${dayWords(tier.until)}.`
    : `${highest} is yours, with no end date.`
  return { sentence, otherWays: [] }
}

/** What is held by a plan is most simply kept by it, whatever else would be nearer. */
function keepStep({ why }: StandingBody, { keep }: TrajectoryBody): NextStep | null {
  if (!keep || !why?.row.some(isPlan)) return keep
  const [byPlan, others] = [keep.ways.filter(hasPlan), keep.ways.filter((way) => !hasPlan(way))]
  return { ...keep, ways: [...byPlan, ...others] }
}

/** The plans that run today, among those that the tier held or a higher one asks for. */
function plansOf({ keep, progress }: StandingBody): ReadonlySet<string> {
  const rows = [...(keep?.rows ?? []), ...progress.flatMap((tier) => tier.rows)]
  const measures = rows.flatMap((row) => row.measures)
  return new Set(measures.flatMap((measure) => (measure.measure === 'plan' && measure.have ? [measure.plan] : [])))
}

const isPlan = ({ measure }: MeasureBody) => measure === 'plan'
const hasPlan = ({ measures }: WayBody) => measures.some(isPlan)

/** A tier to reach or to keep, and the instructions that lead there, the nearest first. */
interface Goal {
  readonly aim: Aim
  readonly name: string
  readonly first: string
  readonly others: readonly string[]
  /** What has to be known about the first. */
  readonly remark: string
}

/** Null where there is no such tier, or nothing that one could do. */
function goalOf(step: NextStep | null, aim: Aim, ladder: LadderData, now: Now): Goal | null {
  const deeds = (step?.ways ?? []).flatMap((way) => {
    const words = stepWords(way, aim, ladder, now)
    return words ? [{ words: capital(words), returned: way.returnsFirst }] : []
  })
  const [first, ...others] = deeds
  if (!step || !first) return null
  const remark = isZero(first.returned)
    ? ''
    : `${moneyWords(first.returned, ladder.currency)} of it makes good what came back this month. `
  return { aim, name: step.name, first: first.words, others: others.map(({ words }) => words), remark }
}

const sentencesOf = ({ aim, name, first, others }: Goal) => ({
  sentence: `${first} to ${aim} ${name}.`,
  otherWays: others.map((deed) => `${deed} to ${aim} ${name}.`),
})

/** This month or next: near enough that keeping comes first. */
function isSoon(until: string | null, today: string): boolean {
  return until !== null && monthsOf(until) - monthsOf(today) <= 1
}

const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

function holdWords(standing: StandingBody, ladder: LadderData, keep: Goal | null): string {
  const { name, rank, until } = standing.tier
  if (rank === 0) return `${name} is yours for good.`
  if (until === null) return `${name} is yours, with no end date.`
  const held = `${name} is yours until ${dayWords(until)}`
  return keep ? `${held}. ${keepIt(keep)}` : `${held}, then ${thenName(standing, ladder)}.`
}

const keepIt = ({ first, remark }: Goal) => `${first} to keep it. ${remark}`.trim()

function lossWords(standing: StandingBody, ladder: LadderData): string {
  const { name, until } = standing.tier
  if (!until) return ''
  return `Otherwise ${name} ends on ${dayWords(until)} and you hold ${thenName(standing, ladder)} from the next day.`
}

/** Where nothing can be done about it. */
const endWords = (standing: StandingBody, ladder: LadderData) =>
  standing.tier.until ? `Then you hold ${thenName(standing, ladder)}.` : ''

/** A tier's name by its id; a tier of a later edition is called by its id. */
export function thenName(standing: StandingBody, ladder: LadderData): string {
  const { then } = standing.tier
  return ladder.tiers.find((tier) => tier.id === then)?.name ?? then ?? ''
}
