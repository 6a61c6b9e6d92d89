import { type Finding, place } from './finding.ts'
import { includes, type RowNeeds, rowNeeds, sameMeasures } from './row-needs.ts'
import type { Subject } from './subject.ts'

interface Step {
  readonly rank: number
  readonly row: number
  readonly tier: string
  readonly needs: RowNeeds
}

/** The ladder climbs from tier to tier, and within a tier no way of qualifying makes another superfluous. */
export function checkLadder({ document }: Subject): Finding[] {
  const steps = document.tiers.flatMap(({ name, qualify = [] }, rank) =>
    qualify.flatMap((sought, row): Step[] => {
      const needs = rowNeeds(sought, document.currency)
      return needs && needs.size > 0 ? [{ rank, row, tier: name, needs }] : []
    }),
  )
  return steps.flatMap((step) => [...doesNotClimb(step, steps), ...superfluous(step, steps)])
}

/** Of two rows with the same measures the higher tier's asks for more in one at least, and for less in none. */
function doesNotClimb(step: Step, steps: readonly Step[]): Finding[] {
  const lower = steps.find(
    ({ rank, needs }) =>
      rank < step.rank &&
      sameMeasures(needs, step.needs) &&
      (!includes(step.needs, needs) || includes(needs, step.needs)),
  )
  if (!lower) return []
  return [
    {
      ...{ kind: 'error', place: placeOf(step), code: 'ladder_does_not_climb' },
      message: `${step.tier} does not ask for more here than ${lower.tier} does at ${placeOf(lower)}.`,
      mend: `Ask for more in at least one measure than ${lower.tier}, and for less in none.`,
    },
  ]
}

function superfluous(step: Step, steps: readonly Step[]): Finding[] {
  const easier = steps.find(
    ({ rank, row, needs }) =>
      rank === step.rank &&
      row !== step.row &&
      includes(step.needs, needs) &&
      // Of two equal rows only the second is one too many.
      (row < step.row || !includes(needs, step.needs)),
  )
  if (!easier) return []
  return [
    {
      ...{ kind: 'warning', place: placeOf(step), code: 'superfluous_row' },
      message: `Nobody needs this way to ${step.tier}: whoever fulfils it also fulfils ${placeOf(easier)}.`,
      mend: 'Take it out, or ask for less of something.',
    },
  ]
}

const placeOf = ({ rank, row }: Step) => place('tiers', rank, 'qualify', row)
