import { createHash } from 'node:crypto'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import type { LedgerEvent } from '#program/event.ts'

/** The source of enrolments that were made by signing in. */
const SOURCE = 'sign-in'

/** What recognising somebody needs. */
export interface Enrolling {
  readonly ledger: Ledger
  /** The key of the pseudonyms, at least 32 bytes: an erasure that was interrupted is completed first. */
  readonly pseudonymKey: Uint8Array
}

/** A person who has signed in: the keyed hash of their verified address, and their name if it is known. */
export interface Newcomer {
  readonly emailHash: string
  readonly name: string | null
}

/**
 * The member a person is; a newcomer is enrolled. The enrolment's identity and the member's id follow from the hash and from
 * how often a member of this address has been erased, so two first sign-ins at once make one member, and who comes back is
 * a new one. Neither id shows the hash, nor leads to the other. `at` is epoch milliseconds. Throws {@link Busy} while the
 * database is too busy to enrol anybody.
 */
export async function memberOf(enrolling: Enrolling, newcomer: Newcomer, at: number): Promise<string> {
  const { ledger } = enrolling
  for (let erasures = 0; ; erasures++) {
    const known = await knownMember(enrolling, newcomer.emailHash)
    if (known !== undefined) return known
    const enrolment = enrolmentOf(newcomer, erasures, at)
    const [outcome] = await ledger.record([enrolment])
    if (outcome === 'retry') throw new Busy('The enrolment could not be recorded.')
    // The shop may have enrolled the same address in the meantime: whoever the ledger names is the member.
    if (outcome === 'recorded') return (await ledger.memberByEmail(newcomer.emailHash)) ?? enrolment.subject
    // It had been made before: by another sign-in at the same time, or for a member who has been erased since.
    if (await ledger.member(enrolment.subject)) return enrolment.subject
  }
}

async function knownMember({ ledger, pseudonymKey }: Enrolling, emailHash: string): Promise<string | undefined> {
  const known = await ledger.memberByEmail(emailHash)
  if (known === undefined || !(await ledger.member(known))?.isErasing) return known
  await ledger.erase(known, pseudonymKey)
  return undefined
}

function enrolmentOf({ emailHash, name }: Newcomer, erasures: number, time: number): LedgerEvent {
  const digest = (of: string) =>
    createHash('sha256')
      .update(erasures === 0 ? `${of}${emailHash}` : JSON.stringify([of, emailHash, erasures]))
      .digest('hex')
  return {
    type: 'enrolment',
    source: SOURCE,
    id: digest('enrolment').slice(0, 32),
    subject: `m-${digest('').slice(0, 20)}`,
    time,
    emailHash,
    ...(name === null ? {} : { name }),
  }
}
