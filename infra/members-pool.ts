import { Validations } from 'aws-cdk-lib'
import { FeaturePlan, UserPool, type UserPoolEmail } from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import { acceptLongPasswords, LIKE_ANY_POOL, takePasskeysForTwoFactors } from './any-pool.ts'

/** Customers: whoever has an address joins by themselves, and is a member once it is proven. */
export class MembersPool extends UserPool {
  constructor(scope: Construct, id: string, { email }: { readonly email: UserPoolEmail }) {
    super(scope, id, {
      ...LIKE_ANY_POOL,
      email,
      selfSignUpEnabled: true,
      // The least that has passkeys.
      featurePlan: FeaturePlan.ESSENTIALS,
    })
    takePasskeysForTwoFactors(this)
    acceptLongPasswords(this)
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-COG2',
      reason: 'A second factor is the choice of each customer: what is behind the door are their own tier and perks.',
    })
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-COG8',
      // aws.amazon.com/cognito/pricing, September 2026.
      reason:
        'Plus costs 0.02 dollars a month for each customer who signs in; with Essentials the first 10,000 are free.',
    })
  }
}
