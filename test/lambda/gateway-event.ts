import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { FRONT_DOOR_HEADER } from '#http/front-door.ts'

/** What the distribution shows to functions, here as in `stub-settings.ts`. */
export const FRONT_DOOR_KEY = 'f'.repeat(43)

/** A request that came through the distribution, as the HTTP API hands it to a function (payload format 2.0). */
export function gatewayEvent(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): APIGatewayProxyEventV2 {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  return {
    ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString },
    headers: {
      ...{ host: 'api.fairweather.example', 'x-forwarded-proto': 'https', [FRONT_DOOR_HEADER]: FRONT_DOOR_KEY },
      ...headers,
    },
    requestContext: {
      ...{ accountId: '123456789012', apiId: 'a1b2c3', routeKey: '$default', stage: '$default' },
      ...{ domainName: 'api.fairweather.example', domainPrefix: 'api', requestId: 'JKJaXmPLvHcESHA=' },
      ...{ time: '15/Jun/2026:12:00:00 +0000', timeEpoch: 1_781_524_800_000 },
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'curl/8.14.1' },
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  }
}

/** What Lambda tells a function about itself. */
export const lambdaContext: Context = {
  ...{ callbackWaitsForEmptyEventLoop: false, functionName: 'intake', functionVersion: '$LATEST' },
  ...{ invokedFunctionArn: 'arn:aws:lambda:eu-west-2:123456789012:function:intake', memoryLimitInMB: '512' },
  ...{ awsRequestId: '8f507cfc-example', logGroupName: 'intake', logStreamName: 'one' },
  getRemainingTimeInMillis: () => 10_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
}
