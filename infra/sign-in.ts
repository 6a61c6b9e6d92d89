import { CfnParameter } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'

/** 43 letters and digits are 32 bytes in base64url. */
const KEY_CHARACTERS = 43

/**
 * Who people sign in with, and the keys that make their sessions theirs. The provider is named when deploying. Secrets are
 * put into the functions' settings when deploying, so that no cold start waits for them; the template has references only.
 */
export class SignIn extends Construct {
  readonly issuer: string
  readonly clientId: string
  /** Made up at first, and to be replaced by the real one when the portal is registered with the provider. */
  readonly clientSecret: string
  /** Seals sessions: a new one signs everybody out. */
  readonly cookieKey: string
  /** Hashes addresses: with a new one nobody is recognised any more. */
  readonly emailKey: string
  /** Makes members' pseudonyms: with a new one finance meets everyone anew. */
  readonly pseudonymKey: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.issuer = new CfnParameter(this, 'Issuer', {
      description: 'Issuer of the OpenID Connect provider: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc',
      allowedPattern: 'https://.+',
      constraintDescription: 'an address that begins with https://',
    }).valueAsString
    this.clientId = new CfnParameter(this, 'ClientId', {
      description: 'What that provider calls the portal',
    }).valueAsString
    this.clientSecret = this.secret(
      'ClientSecret',
      'Secret of the portal at the sign-in provider: replace it by the real one',
    )
    this.cookieKey = this.secret('CookieKey', 'Seals the sessions of the portal')
    this.emailKey = this.secret('EmailKey', 'Hashes the addresses by which members are recognised: never change it')
    this.pseudonymKey = this.secret('PseudonymKey', 'Makes the pseudonyms of members: never change it')
  }

  private secret(id: string, description: string): string {
    const generateSecretString = { passwordLength: KEY_CHARACTERS, excludePunctuation: true }
    return new Secret(this, id, { description, generateSecretString }).secretValue.unsafeUnwrap()
  }
}
