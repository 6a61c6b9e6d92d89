import { formatMonth } from './month.ts'
import { rowProgress } from './row.ts'
import { measureBody } from './row-json.ts'
import type { Standing } from './standing.ts'
import type { Earning as EarningBody, Why } from './standing-body.ts'
import type { Grounds, Life, Stretch } from './timeline.ts'
import type { Earning } from './walk.ts'

/** What earned the tier when it began, and what carries it now, with the figures of those months. Null on the first tier. */
export function whyBody(life: Life, { rank, began, held }: Standing): Why | null {
  if (rank === 0) return null
  const carried = earningOf(held)
  const earned = earningOf(began.grounds)
  const landing = began.grounds.by === 'landing' ? began.grounds.landing : null
  return {
    ...(earned && !landing ? earningBody(life, earned) : begunBody(began)),
    landing: landing && { from: landing.from, through: formatMonth(landing.through) },
    carriedBy: carried && earningBody(life, carried),
  }
}

function earningOf(grounds: Grounds): Earning | null {
  switch (grounds.by) {
    case 'earning':
    case 'plan':
      return grounds.earning
    case 'landing':
      return grounds.landing.earlier
    case 'everyone':
      return null
    default:
      return grounds satisfies never
  }
}

/** A row judged again in the month that earned it, by the edition of that month. */
function earningBody(life: Life, { month, edition, row }: Earning): EarningBody {
  // The plan of such a row runs: it is what the tier is held by.
  const context = { ...life, qualification: edition.qualification, month, runs: () => true }
  const { measures } = rowProgress(row, context)
  return {
    month: formatMonth(month),
    edition: edition.edition,
    row: measures.map((measure) => measureBody(measure, edition.currency)),
  }
}

/** What began without a sum: a plan by itself, or a landing, which nothing in that month has earned. */
function begunBody({ month, edition, grounds }: Stretch): EarningBody {
  const begun = { month: formatMonth(month), edition: edition.edition }
  if (grounds.by !== 'plan') return { ...begun, row: [] }
  return { ...begun, row: [{ measure: 'plan', plan: grounds.plan, have: true, need: true, left: false }] }
}
