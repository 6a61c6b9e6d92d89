import { formatMoney } from './money.ts'
import type { NextStep } from './next-step.ts'
import { dropsOffBody, rowBody } from './row-json.ts'
import { tierAt } from './standing.ts'
import type { NextStep as NextStepBody, TrajectoryBody } from './standing-body.ts'
import type { Trajectory } from './trajectory.ts'

/** A trajectory as it is sent (api.md, `GET /me/trajectory`). */
export function trajectoryBody(member: string, trajectory: Trajectory): TrajectoryBody {
  const { now, months, keep, lift } = trajectory
  const { currency } = now.edition
  return {
    member,
    asOf: new Date(now.asOf).toISOString(),
    currency,
    months: months.map(({ month, edition, rank, dropsOff }) => {
      const { on, ...leaving } = dropsOffBody(dropsOff, month, currency)
      const { id, name } = tierAt(edition, rank)
      return { on, edition: edition.edition, tier: id, name, rank, dropsOff: leaving }
    }),
    keep: keep && nextStepBody(keep, currency),
    lift: lift && nextStepBody(lift, currency),
  }
}

function nextStepBody({ tier, ways }: NextStep, currency: string): NextStepBody {
  return {
    tier: tier.id,
    name: tier.name,
    ways: ways.map((way) => ({
      ...rowBody(way, currency),
      from: way.from,
      by: way.by,
      returnsFirst: formatMoney(way.returnsFirstMinor, currency),
    })),
  }
}
