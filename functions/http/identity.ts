/** A right. Machines get them in a token, people through their group; a member has only their own `/me` (api.md). */
export type Scope =
  | 'events:write'
  | 'members:read'
  | 'perks:redeem'
  | 'program:write'
  | 'program:approve'
  | 'finance:read'
  | 'finance:close'
  | 'ops'

/** Who sends a request. */
export type Identity =
  | { readonly kind: 'machine' | 'staff'; readonly subject: string; readonly scopes: ReadonlySet<Scope> }
  | {
      readonly kind: 'member'
      readonly subject: string
      readonly member: string
      /** Epoch milliseconds at which the session began: compared with the member's `signedOutAt`. */
      readonly since: number
    }

/** Proves who sends a request: null for nobody, a 401 problem is thrown for a proof that is not good. */
export type Identify = (request: Request) => Promise<Identity | null>

/** What every app of this project keeps in Hono's context. */
export interface AppEnv {
  Variables: { requestId: string; identity: Identity | null }
}

/** Which rights a group of people brings. */
export const SCOPES_OF_GROUP: Readonly<Record<string, readonly Scope[]>> = {
  marketing: ['program:write'],
  finance: ['finance:read', 'finance:close', 'program:approve'],
  ops: ['ops', 'members:read'],
  tills: ['members:read', 'perks:redeem'],
}
