import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** How long the database may take to be reached and to answer, in milliseconds, before the call is tried again. */
const CONNECTION_TIMEOUT_MS = 1_000
const REQUEST_TIMEOUT_MS = 3_000

/**
 * A connection to DynamoDB that never hangs. Left alone it goes to AWS, with region and credentials from the environment;
 * with `endpoint` it goes to a database on this machine, which asks for neither.
 */
export function connect(options: { readonly endpoint?: string; readonly maxAttempts?: number } = {}): DynamoDBClient {
  const { endpoint, maxAttempts = 3 } = options
  const client = new DynamoDBClient({
    maxAttempts,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
    ...(endpoint && { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
  // It copies every request and every answer for a log that nobody keeps, which takes longer than the rest of the SDK.
  client.middlewareStack.remove('loggerMiddleware')
  return client
}
