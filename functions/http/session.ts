import type { Identity, Scope } from './identity.ts'
import { seal, unseal } from './sealed.ts'

/** Who signed in, and when. It lives in the browser alone, sealed; nothing is stored for it here. */
export type Session = MemberSession | StaffSession

interface SignedIn {
  /** The provider's stable identifier of the person. */
  readonly subject: string
  /** Epoch milliseconds. */
  readonly since: number
}

export interface MemberSession extends SignedIn {
  readonly kind: 'member'
  readonly member: string
}

export interface StaffSession extends SignedIn {
  readonly kind: 'staff'
  readonly scopes: readonly Scope[]
}

export const SESSION_MS = 12 * 3_600_000

/** The session as a cookie value; every sign-in makes a new one, so none can be planted beforehand. */
export function sealSession(session: Session, key: Uint8Array): Promise<string> {
  return seal('session', session, key, session.since, SESSION_MS)
}

/** A session read from its cookie, and when it ends (epoch milliseconds). */
export interface OpenSession {
  readonly session: Session
  readonly expiresAt: number
}

/** Null when the cookie is not ours, was changed or is older than {@link SESSION_MS}. `at` is epoch milliseconds. */
export async function openSession(cookie: string, key: Uint8Array, at: number): Promise<OpenSession | null> {
  const opened = await unseal('session', cookie, key, at)
  // Whatever opens with our key was sealed by `sealSession`, so its shape is known.
  return opened && { session: opened.value as Session, expiresAt: opened.expiresAt }
}

/** What a session proves. */
export function identityOfSession(session: Session): Identity {
  const { subject, since } = session
  if (session.kind === 'member') return { kind: 'member', subject, member: session.member, since }
  return { kind: 'staff', subject, scopes: new Set(session.scopes) }
}

/** Whether a session that began at `since` was ended by signing out, on this device or another (both epoch milliseconds). */
export function hasEnded(since: number, signedOutAt: number | null | undefined): boolean {
  return signedOutAt !== null && signedOutAt !== undefined && since < signedOutAt
}
