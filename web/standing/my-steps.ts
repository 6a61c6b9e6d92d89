import type { StandingBody, TrajectoryBody } from '#program/standing-body.ts'
import { dayWords, monthWords } from '#program/words/date-words.ts'
import type { Steps } from '../pictures/steps.ts'
import type { LadderData } from './ladder-data.ts'

/** The months ahead as a step line, if nothing more is bought. */
export function mySteps(standing: StandingBody, trajectory: TrajectoryBody, ladder: LadderData): Steps {
  const weights = trajectory.months.map(({ dropsOff }) => Number(dropsOff.spend) || dropsOff.orders || dropsOff.units)
  const most = Math.max(1, ...weights)
  return {
    sentence: sentenceOf(standing, trajectory),
    tiers: ladder.tiers,
    now: standing.tier.rank,
    months: trajectory.months.map(({ on, rank }, index) => ({
      name: monthWords(on.slice(0, 7)),
      rank,
      drops: (weights[index] ?? 0) / most,
    })),
  }
}

/** "If you buy nothing more, you hold Silver, then Member from 1 April 2027." A plan may end before the first of a month. */
function sentenceOf({ tier }: StandingBody, { months }: TrajectoryBody): string {
  let words = `If you buy nothing more, you hold ${tier.name}`
  let rank = tier.rank
  for (const month of months) {
    if (month.rank === rank) continue
    const from = rank === tier.rank && tier.until ? dayAfter(tier.until) : month.on
    words += `, then ${month.name} from ${dayWords(from)}`
    rank = month.rank
  }
  return rank === tier.rank ? `${words} for all of the next ${months.length} months.` : `${words}.`
}

const DAY_MS = 86_400_000

/** "2027-06-12" → "2027-06-13". */
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
