import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

export interface ConnectOptions {
  /** A database on this machine; left out, it is AWS. */
  readonly endpoint?: string
  /** Where in AWS; left out, the environment says. */
  readonly region?: string
  /** How often the SDK asks by itself, the first time included. */
  readonly maxAttempts?: number
  /** How long an answer may take before the call counts as failed. */
  readonly requestTimeoutMs?: number
}

const CONNECTION_TIMEOUT_MS = 1_000

/**
 * Steps of the SDK that serve nobody here and take a tenth of a call: copying everything for a log that is not kept,
 * describing the SDK to AWS, and marking calls so that functions that call each other in a circle are noticed.
 */
const IDLE_STEPS = ['loggerMiddleware', 'getUserAgentMiddleware', 'recursionDetectionMiddleware']

/**
 * A connection to DynamoDB that never hangs. Left alone it goes to AWS, with region and credentials from the environment;
 * with `endpoint` it goes to a database on this machine, which asks for neither.
 */
export function connect(options: ConnectOptions = {}): DynamoDBClient {
  const { endpoint, region, maxAttempts = 3, requestTimeoutMs = 3_000 } = options
  const client = new DynamoDBClient({
    maxAttempts,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
    ...(region && { region }),
    ...(endpoint && { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
  for (const step of IDLE_STEPS) client.middlewareStack.remove(step)
  return client
}
