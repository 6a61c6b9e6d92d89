import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  AccountRecovery,
  type CfnUserPool,
  Mfa,
  PasskeyUserVerification,
  type UserPool,
  type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito'

/** What holds for everybody who signs in, customer or staff. No telephone number is asked for, and none is needed. */
export const LIKE_ANY_POOL = {
  signInAliases: { email: true },
  signInCaseSensitive: false,
  standardAttributes: { email: { required: true, mutable: true } },
  autoVerify: { email: true },
  // A new address counts when it is proven; until then the old one does.
  keepOriginal: { email: true },
  userVerification: {
    emailSubject: 'Your code',
    emailBody: 'Your code is {####}. If you did not ask for it, nothing happens unless you pass it on.',
  },
  accountRecovery: AccountRecovery.EMAIL_ONLY,
  passwordPolicy: {
    ...{ minLength: 12, requireLowercase: false, requireUppercase: false, requireDigits: false, requireSymbols: false },
    tempPasswordValidity: Duration.days(3),
  },
  signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
  passkeyUserVerification: PasskeyUserVerification.REQUIRED,
  mfaSecondFactor: { otp: true, sms: false },
  mfa: Mfa.OPTIONAL,
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies UserPoolProps

/**
 * A passkey that asked for a finger, a face or a PIN is two factors in one. Where two are required, Cognito refuses a pool
 * that has passkeys and does not say so.
 */
export function takePasskeysForTwoFactors(pool: UserPool): void {
  const resource = pool.node.defaultChild as CfnUserPool
  resource.webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
}

/** NIST SP 800-63B-4, section 3.1.1.2: length is asked for, and no mixture of kinds of characters. */
export function acceptLongPasswords(pool: UserPool): void {
  Validations.of(pool).acknowledge({
    id: 'AwsSolutions-COG1',
    reason: 'Passwords are judged by length, 12 characters: rules for their mixture make them guessable, as NIST says.',
  })
}
