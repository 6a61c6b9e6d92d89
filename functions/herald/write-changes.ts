import type { Edition } from '#program/edition.ts'
import { standing } from '#program/standing.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'
import type { MemberWrite } from './member-write.ts'
import { sumsWhenBegan, turnOf } from './month-turn.ts'
import { type TierChange, tierChangeOf } from './tier-change.ts'

/** Within this time after the turn of a month everybody has been looked at (see `month-lambda.ts`). */
const TURNING_MS = 24 * 3_600_000

/**
 * What a write changed of a member's tier: the standing by what was known before it beside the one by what is known since,
 * both at the instant of the write.
 *
 * While a month turns there is more to tell. Who looks at everybody may come upon this member before the write or after it,
 * and a late word on an earlier month changes what they see. So the turn is told from here too, as it was without the
 * write; and where it will look otherwise with it, the tier held now is told behind that, and stands.
 */
export function writeChanges(write: MemberWrite, editions: readonly Edition[]): readonly TierChange[] {
  const [first] = editions
  if (!first) return []
  const { member, at, sequence, before, after } = write
  const occasion = { member, because: 'activity', sequence } as const
  const now = standing(after, editions, at)
  const change = tierChangeOf(standing(before, editions, at), now, occasion)
  const month = monthOf(at, first.timeZone)
  const start = startOfMonth(month, first.timeZone)
  if (at - start >= TURNING_MS) return change ? [change] : []
  const [turn, otherwise] = [turnOf(member, before, editions, month), turnOf(member, after, editions, month)]
  if (turn?.id === otherwise?.id) return change ? [change] : []
  const since = otherwise && tierChangeOf(standing(sumsWhenBegan(after, month), editions, start), now, occasion)
  return [turn, change ?? since].filter((one) => one !== null)
}
