import { Stack } from 'aws-cdk-lib'
import { UserPool } from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import type { OwnProvider } from './stage-settings.ts'

export interface IdentityProps {
  /** In the place of pools of our own. */
  readonly provider: OwnProvider | null
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

  constructor(scope: Construct, id: string, _props: IdentityProps) {
    super(scope, id)
    const pool = new UserPool(this, 'Members')
    const issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${pool.userPoolId}`
    this.members = { issuer, clientId: 'portal', clientSecret: '' }
    this.staff = this.members
  }
}
