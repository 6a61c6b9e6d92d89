import { RemovalPolicy } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'

/** 43 letters and digits are 32 bytes in base64url. */
const KEY_CHARACTERS = 43

/**
 * The keys that make sessions, members and costs what they are. They stay when the stack goes: without them a ledger that was
 * kept knows nobody any more. They are put into the functions' settings when deploying, so that no cold start waits for them;
 * the template has references only.
 */
export class Secrets extends Construct {
  /** Seals sessions: a new one signs everybody out. */
  readonly cookieKey: string
  /** Hashes addresses: with a new one nobody is recognised any more. */
  readonly emailKey: string
  /** Makes members' pseudonyms: with a new one finance meets everyone anew. */
  readonly pseudonymKey: string
  /** Shows the functions that a request came through the distribution, and so through the firewall. */
  readonly frontDoorKey: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.cookieKey = this.secret('CookieKey', 'Seals the sessions of the portal')
    this.emailKey = this.secret('EmailKey', 'Hashes the addresses by which members are recognised: never change it')
    this.pseudonymKey = this.secret('PseudonymKey', 'Makes the pseudonyms of members: never change it')
    this.frontDoorKey = this.secret('FrontDoorKey', 'Shows that a request came through the distribution')
  }

  private secret(id: string, description: string): string {
    return new Secret(this, id, {
      description,
      generateSecretString: { passwordLength: KEY_CHARACTERS, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    }).secretValue.unsafeUnwrap()
  }
}
