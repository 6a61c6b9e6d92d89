import type { MemberIdentity } from '#http/allow.ts'
import { Problem } from '#http/problem.ts'
import { hasEnded } from '#http/session.ts'
import type { Ledger, MemberRecord } from '#ledger/ledger.ts'

/**
 * The signed-in member's own item, by the one read that a page costs: it also says whether the session was ended in the
 * meantime. Throws a 401 problem when it was, or when nothing is known of the member (any more).
 */
export async function memberNow(ledger: Ledger, identity: MemberIdentity): Promise<MemberRecord> {
  const record = await recordNow(ledger, identity)
  if (record) return record
  throw new Problem(401, 'signed_out', 'You signed out. Sign in again to see your own pages.')
}

/** The same, or null instead of the problem. */
export async function recordNow(ledger: Ledger, { member, since }: MemberIdentity): Promise<MemberRecord | null> {
  const record = await ledger.member(member)
  return record && !record.isErasing && !hasEnded(since, record.signedOutAt) ? record : null
}
