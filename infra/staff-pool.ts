import { RemovalPolicy } from 'aws-cdk-lib'
import {
  CfnUserPoolRiskConfigurationAttachment,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolEmail,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import { acceptLongPasswords, LIKE_ANY_POOL, takePasskeysForTwoFactors } from './any-pool.ts'

/** Each group brings rights (`functions/http/identity.ts`). */
const GROUPS = {
  marketing: 'Drafts the program',
  finance: 'Reads costs, closes months, and approves what marketing drafted',
  ops: "Mends what was refused, and reads members' standings",
  tills: 'Redeems perks at the counter',
}

export interface StaffPoolProps {
  /** Where the portal is: who is invited is told. */
  readonly origin: string
  /** Whom mails come from. */
  readonly email: UserPoolEmail
}

/** Who works here: nobody joins but by invitation, nobody signs in with one factor alone, and rights come from groups. */
export class StaffPool extends UserPool {
  constructor(scope: Construct, id: string, { origin, email }: StaffPoolProps) {
    super(scope, id, {
      ...LIKE_ANY_POOL,
      email,
      selfSignUpEnabled: false,
      mfa: Mfa.REQUIRED,
      // They are few, and each can do much: worth 0.02 dollars a month for each who signs in (aws.amazon.com/cognito/pricing,
      // September 2026).
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      userInvitation: {
        emailSubject: 'You are invited to the loyalty portal',
        emailBody: `Sign in at ${origin}/auth/staff as {username}, at first with the password {####}, which is good for three days.`,
      },
    })
    takePasskeysForTwoFactors(this)
    acceptLongPasswords(this)
    new CfnUserPoolRiskConfigurationAttachment(this, 'NoLeakedPasswords', {
      ...{ userPoolId: this.userPoolId, clientId: 'ALL' },
      compromisedCredentialsRiskConfiguration: { actions: { eventAction: 'BLOCK' } },
    })
    for (const [groupName, description] of Object.entries(GROUPS)) {
      const group = new UserPoolGroup(this, `Group-${groupName}`, { userPool: this, groupName, description })
      // The pool is kept when the stack goes, and with it who is in which group.
      group.applyRemovalPolicy(RemovalPolicy.RETAIN)
    }
  }
}
