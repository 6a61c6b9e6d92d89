import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  type CognitoIdentityProviderClient,
  paginateListUsers,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { SCOPES_OF_GROUP } from '#http/identity.ts'
import { SetupFault } from '../setup-fault.ts'

/** What brings rights: "marketing", "finance", "ops", "tills". */
export const GROUPS = Object.keys(SCOPES_OF_GROUP)

export interface StaffMember {
  readonly email: string
  readonly groups: readonly string[]
  /** Whether they have signed in for the first time, and so have a password and a second factor of their own. */
  readonly hasSignedIn: boolean
}

/** What adding somebody came to: they are written to when they are new, or had not come in time. */
export type Added = 'invited' | 'invited again' | 'was there'

/** The people who work here, in a user pool whose name for them is their mail address. */
export function openStaffPool(client: CognitoIdentityProviderClient, UserPoolId: string) {
  const invite = (email: string, again: boolean) =>
    client.send(
      new AdminCreateUserCommand({
        ...{ UserPoolId, Username: email, DesiredDeliveryMediums: ['EMAIL'] },
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
        ],
        ...(again && { MessageAction: 'RESEND' }),
      }),
    )

  /** "FORCE_CHANGE_PASSWORD" is what Cognito says of those who have never signed in. Null: there is nobody. */
  const statusOf = async (email: string): Promise<string | null> => {
    try {
      const { UserStatus } = await client.send(new AdminGetUserCommand({ UserPoolId, Username: email }))
      return UserStatus ?? ''
    } catch (error) {
      if (error instanceof UserNotFoundException) return null
      throw error
    }
  }

  return {
    /** Invites somebody, or does so again where the first password may have expired, and gives them the rights of groups. */
    async add(email: string, groups: readonly string[]): Promise<Added> {
      const status = await statusOf(email)
      const isNew = status === null
      const isWaiting = status === 'FORCE_CHANGE_PASSWORD'
      if (isNew || isWaiting) await invite(email, isWaiting)
      for (const GroupName of groups) {
        await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: email, GroupName }))
      }
      if (isNew) return 'invited'
      return isWaiting ? 'invited again' : 'was there'
    },
    /** False when there was nobody of this address. A session that they have goes on until it ends, half a day at the most. */
    async remove(email: string): Promise<boolean> {
      if ((await statusOf(email)) === null) return false
      await client.send(new AdminDeleteUserCommand({ UserPoolId, Username: email }))
      return true
    },
    async *all(): AsyncGenerator<StaffMember> {
      for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId })) {
        for (const { Username, Attributes = [], UserStatus } of Users) {
          const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }))
          const email = Attributes.find(({ Name }) => Name === 'email')?.Value ?? Username ?? ''
          const groups = Groups.map(({ GroupName = '' }) => GroupName).sort()
          yield { email, groups, hasSignedIn: UserStatus !== 'FORCE_CHANGE_PASSWORD' }
        }
      }
    },
  }
}

/** A mail address as it was typed. Throws {@link SetupFault} for what is none. */
export function mailIn(text: string): string {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text.toLowerCase()
  throw new SetupFault(`"${text}" is no mail address. Write it as in mara@shop.example.`)
}

/** A group as it was typed. Throws {@link SetupFault} for one that brings no rights. */
export function groupIn(text: string): string {
  if (GROUPS.includes(text)) return text
  throw new SetupFault(`"${text}" is no group. There are ${GROUPS.join(', ')}.`)
}
