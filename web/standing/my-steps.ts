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

/** "If you buy nothing more, you hold Silver, then Member from 1 April 2027." */
function sentenceOf({ tier }: StandingBody, { months }: TrajectoryBody): string {
  let words = `If you buy nothing more, you hold ${tier.name}`
  let rank = tier.rank
  for (const month of months) {
    if (month.rank === rank) continue
    words += `, then ${month.name} from ${dayWords(month.on)}`
    rank = month.rank
  }
  return rank === tier.rank ? `${words} for all of the next ${months.length} months.` : `${words}.`
}
