import type { Ledger } from './ledger.ts'

/** Where the end of a staff member's sessions is kept: beside the members', under a name of its own kind. */
export const staffKey = (subject: string): string => `staff:${subject}`

/** Epoch milliseconds before which the sessions of a person of the staff are over; null when they never signed out. */
export function staffSignedOutAt(ledger: Pick<Ledger, 'member'>): (subject: string) => Promise<number | null> {
  return async (subject) => (await ledger.member(staffKey(subject)))?.signedOutAt ?? null
}
