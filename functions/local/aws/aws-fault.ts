import type { CloudFormationServiceException as ServiceException } from '@aws-sdk/client-cloudformation'
import { SetupFault } from '../setup-fault.ts'

const SIGN_IN =
  'Sign in to AWS ("aws sso login", or AWS_PROFILE for another profile, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY), ' +
  'then run this again.'

/** What AWS and its SDK call the faults that somebody at a terminal can mend, and what they are told. */
const FAULTS: readonly { readonly names: readonly string[]; readonly say: (error: Error) => string }[] = [
  {
    names: ['CredentialsProviderError'],
    say: () => `There are no credentials for AWS on this machine. ${SIGN_IN}`,
  },
  {
    names: ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenProviderError', 'TokenRefreshRequired'],
    say: () => `The credentials for AWS have expired. ${SIGN_IN}`,
  },
  {
    names: ['InvalidClientTokenId', 'UnrecognizedClientException', 'AuthFailure', 'InvalidAccessKeyId'],
    say: () =>
      `AWS does not know these credentials, or the region of the stage is not switched on in their account. ${SIGN_IN}`,
  },
  {
    names: ['SignatureDoesNotMatch', 'InvalidSignatureException', 'RequestTimeTooSkewed'],
    say: () =>
      'AWS does not believe these credentials. Look whether the secret key is whole, and whether this clock is right.',
  },
  {
    names: [
      'AccessDenied',
      'AccessDeniedException',
      'UnauthorizedOperation',
      'NotAuthorizedException',
      'AuthorizationError',
    ],
    say: ({ message }) => {
      const action = /not authorized to perform:? ([\w-]+:[\w*]+)/i.exec(message)?.[1]
      const what = action ? `do ${action}` : 'do this'
      return `These credentials may not ${what}. Give them that right, or use others, then run this again.`
    },
  },
  {
    names: ['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'RequestLimitExceeded', 'SlowDown'],
    say: () => 'AWS is asked too much at the moment. Wait a minute, then run this again: it goes on where it was.',
  },
  {
    names: ['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'ETIMEDOUT', 'TimeoutError', 'NetworkingError'],
    say: () => 'AWS cannot be reached from here. Look at the network, and whether the region of the stage is one.',
  },
]

/** Of an answer that is none of AWS's own, as from a proxy between here and there, the SDK knows no name or no words. */
const NAMELESS = ['Unknown', 'UnknownError', 'Error']

/** What went wrong with AWS in a sentence that says what to do; null for what nobody foresaw. Never repeats a credential. */
export function awsFault(error: unknown): SetupFault | null {
  if (!(error instanceof Error)) return null
  if (error.message === 'Region is missing') {
    return new SetupFault('No region is named. Write the "region" of the stage into cdk.json.', { cause: error })
  }
  const names = [error.name, (error as NodeJS.ErrnoException).code ?? '']
  const fault = FAULTS.find((one) => one.names.some((name) => names.includes(name)))
  const sentence = fault ? fault.say(error) : refusalOf(error)
  return sentence === null ? null : new SetupFault(sentence, { cause: error })
}

/** Whatever else was answered, which the SDK marks by the status of the answer; null where nothing was. */
function refusalOf(error: Error): string | null {
  const status = (error as Partial<ServiceException>).$metadata?.httpStatusCode
  if (status === undefined) return null
  if (NAMELESS.includes(error.name) || NAMELESS.includes(error.message)) {
    return `The answer (${status}) was not from AWS. Look at the network and its proxies, then run this again.`
  }
  if (status >= 500) return `AWS has a fault of its own (${error.name}). Wait a minute, then run this again.`
  return `AWS refused: ${error.name}: ${error.message.replace(/\.$/, '')}. Put that right, then run this again.`
}
