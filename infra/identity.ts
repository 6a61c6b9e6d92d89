import { CfnOutput, SecretValue, Stack } from 'aws-cdk-lib'
import { UserPoolEmail } from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { Machines } from './machines.ts'
import { MembersPool } from './members-pool.ts'
import { PortalAtPool } from './portal-at-pool.ts'
import { StaffPool } from './staff-pool.ts'
import type { OwnProvider } from './stage-settings.ts'

export interface IdentityProps {
  /** In the place of pools of our own. */
  readonly provider: OwnProvider | null
  /** Whom mails about sign-in come from; null: Cognito itself. */
  readonly senderMail: string | null
  /** Where the pages are served from: people come back to `/auth/callback` there. */
  readonly origin: string
}

/** What the portal has to know to send people to a provider and to believe it. */
export interface Provider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Who people and machines sign in with. Customers and staff have a pool each: anyone may join the one, and nobody in it can
 * come to a group of the other, where a second factor is asked of everyone. Machines get their tokens from the staff's.
 */
export class Identity extends Construct {
  readonly members: Provider
  readonly staff: Provider

  constructor(scope: Construct, id: string, { provider, senderMail, origin }: IdentityProps) {
    super(scope, id)
    const { members, staff } = provider === null ? this.pools(origin, sentBy(senderMail)) : bothAre(provider)
    this.members = members
    this.staff = staff
  }

  private pools(origin: string, email: UserPoolEmail): Pick<Identity, 'members' | 'staff'> {
    const membersPool = new MembersPool(this, 'Members', { email })
    const members = new PortalAtPool(this, 'PortalForMembers', {
      ...{ pool: membersPool, origin, hostBegins: 'cleartier' },
    })
    const staffPool = new StaffPool(this, 'Staff', { origin, email })
    const staff = new PortalAtPool(this, 'PortalForStaff', {
      ...{ pool: staffPool, origin, hostBegins: 'cleartier-staff' },
    })
    new Machines(this, 'Machines', { pool: staffPool })
    this.tell('MembersPool', membersPool.userPoolId, 'Who the customers are')
    this.tell('MembersSignIn', members.signInPages, 'Where customers sign in')
    this.tell('StaffPool', staffPool.userPoolId, 'Who the staff are, and the machines')
    this.tell('StaffSignIn', staff.signInPages, 'Where staff sign in, and where machines get their tokens')
    return { members, staff }
  }

  private tell(name: string, value: string, description: string): void {
    new CfnOutput(Stack.of(this), name, { value, description })
  }
}

/** A provider of one's own tells customers from staff by groups, as it does on one machine. */
function bothAre({ issuer, clientId, secretName }: OwnProvider): Pick<Identity, 'members' | 'staff'> {
  const both = { issuer, clientId, clientSecret: SecretValue.secretsManager(secretName).unsafeUnwrap() }
  return { members: both, staff: both }
}

/** The domain of the sender is the identity that SES knows. */
function sentBy(address: string | null): UserPoolEmail {
  if (address === null) return UserPoolEmail.withCognito()
  const [, sesVerifiedDomain = ''] = address.split('@')
  return UserPoolEmail.withSES({ fromEmail: address, sesVerifiedDomain })
}
