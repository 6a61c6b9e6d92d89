import { formatMonth } from './month.ts'
import { dropsOffBody, rowBody } from './row-json.ts'
import type { Standing, TierProgress } from './standing.ts'
import type { HeldTier, StandingBody, TierProgress as TierProgressBody } from './standing-body.ts'
import type { MemberSums } from './sums.ts'
import { lifeOf } from './timeline.ts'
import { whyBody } from './why-json.ts'

/**
 * A standing as it is sent (api.md). `sums` are those it was worked out from: the figures of the month that earned the tier
 * are read off them again.
 */
export function standingBody(member: string, sums: MemberSums, standing: Standing): StandingBody {
  const { edition, month, progress, below, keep, dropsOff } = standing
  const { currency } = edition
  return {
    member,
    asOf: new Date(standing.asOf).toISOString(),
    edition: edition.edition,
    currency,
    tier: heldTier(standing),
    why: whyBody(lifeOf(sums, month), standing),
    progress: progress.map((tier) => tierBody(tier, currency)),
    below: below.map((tier) => tierBody(tier, currency)),
    keep: keep && { rows: keep.map((row) => rowBody(row, currency)) },
    dropsOff: dropsOff && dropsOffBody(dropsOff, month + 1, currency),
  }
}

const tierBody = ({ tier, rows }: TierProgress, currency: string): TierProgressBody => ({
  tier: tier.id,
  name: tier.name,
  rows: rows.map((row) => rowBody(row, currency)),
})

function heldTier({ tier, rank, began, loss }: Standing): HeldTier {
  const { id, name } = tier
  const until = loss?.until ?? null
  // biome-ignore lint/suspicious/noThenProperty: the name is fixed by the HTTP contract
  return { id, name, rank, since: formatMonth(began.month), until, then: loss?.after.id ?? null }
}
