import type { AppEnv } from '#http/identity.ts'
import { type SignInProvider, type SignInProviderOptions, signInProvider } from './provider.ts'

/** Where somebody comes in: customers by the one, who works here by the other. */
export type Door = 'members' | 'staff'

/** The provider behind each door. With one and the same behind both, groups alone tell staff from customers. */
export type Doors = Readonly<Record<Door, SignInProvider>>

/** What signing in keeps in Hono's context besides: the door somebody is at. */
export interface DoorEnv {
  Variables: AppEnv['Variables'] & { door: Door }
}

/** The page that begins to sign somebody in. */
export const BEGINNING_OF: Readonly<Record<Door, '/auth/login' | '/auth/staff'>> = {
  members: '/auth/login',
  staff: '/auth/staff',
}

/** One provider where both doors are the same client of the same issuer, else one for each. */
export function doorsTo(members: SignInProviderOptions, staff: SignInProviderOptions): Doors {
  const ofMembers = signInProvider(members)
  const isShared = members.issuer === staff.issuer && members.clientId === staff.clientId
  return { members: ofMembers, staff: isShared ? ofMembers : signInProvider(staff) }
}
