import { createHash } from 'node:crypto'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import type { LedgerEvent } from '#program/event.ts'

/** The source of enrolments that were made by signing in. */
const SOURCE = 'sign-in'

/**
 * The member a person is, by the keyed hash of their verified address; a newcomer is enrolled. The enrolment's identity and
 * the member's id follow from the hash, so two first sign-ins at once make one member. `at` is epoch milliseconds. Throws
 * {@link Busy} while the database is too busy to enrol anybody.
 */
export async function memberOf(ledger: Ledger, emailHash: string, name: string | null, at: number): Promise<string> {
  const known = await ledger.memberByEmail(emailHash)
  if (known !== undefined) return known
  const enrolment = enrolmentOf(emailHash, name, at)
  const [outcome] = await ledger.record([enrolment])
  if (outcome === 'retry') throw new Busy('The enrolment could not be recorded.')
  // The shop may have enrolled the same address in the meantime: whoever the ledger names is the member.
  return (await ledger.memberByEmail(emailHash)) ?? enrolment.subject
}

function enrolmentOf(emailHash: string, name: string | null, time: number): LedgerEvent {
  const digest = createHash('sha256').update(emailHash).digest('hex')
  const subject = `m-${digest.slice(0, 20)}`
  return {
    type: 'enrolment',
    source: SOURCE,
    id: emailHash,
    subject,
    time,
    emailHash,
    ...(name === null ? {} : { name }),
  }
}
