import type { APIGatewayProxyEventV2 } from 'aws-lambda'

export interface SentRequest {
  readonly headers?: Readonly<Record<string, string>>
  /** Each as "name=value". */
  readonly cookies?: readonly string[]
  readonly body?: string | Buffer
}

/**
 * A request as the HTTP API hands it to a function ("Create AWS Lambda proxy integrations for HTTP APIs", payload format
 * 2.0): names of headers in small letters, cookies in a list of their own, and bodies of bytes in base64.
 */
export function httpEvent(method: string, path: string, sent: SentRequest = {}): APIGatewayProxyEventV2 {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  const { headers = {}, cookies, body } = sent
  return {
    ...{ version: '2.0', routeKey: 'ANY /api/v1/{proxy+}', rawPath, rawQueryString },
    ...(cookies && { cookies: [...cookies] }),
    headers: {
      accept: '*/*',
      'content-length': String(body?.length ?? 0),
      host: 'a1b2c3.execute-api.eu-west-2.amazonaws.com',
      'x-amzn-trace-id': 'Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e',
      'x-forwarded-for': '192.0.2.1, 198.51.100.7',
      ...{ 'x-forwarded-port': '443', 'x-forwarded-proto': 'https', ...headers },
    },
    ...(rawQueryString !== '' && { queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)) }),
    requestContext: {
      ...{ accountId: '123456789012', apiId: 'a1b2c3', routeKey: 'ANY /api/v1/{proxy+}', stage: '$default' },
      ...{ domainName: 'a1b2c3.execute-api.eu-west-2.amazonaws.com', domainPrefix: 'a1b2c3' },
      ...{ requestId: 'JKJaXmPLvHcESHA=', time: '10/Mar/2026:05:16:23 +0000', timeEpoch: 1_773_119_783_636 },
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'curl/8.14.1' },
    },
    pathParameters: { proxy: rawPath.replace('/api/v1/', '') },
    ...(body !== undefined && { body: body.toString(typeof body === 'string' ? undefined : 'base64') }),
    isBase64Encoded: Buffer.isBuffer(body),
  } as APIGatewayProxyEventV2
}

type Image = Readonly<Record<string, unknown>>

/** A batch of the table's stream, as Lambda hands it over ("Using AWS Lambda with Amazon DynamoDB"). */
export const streamEvent = (images: readonly Image[]) => ({
  Records: images.map((NewImage, index) => ({
    eventID: `c4ca4238a0b923820dcc509a6f75849${index}`,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-west-2',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(Date.now() / 1000),
      Keys: { pk: NewImage.pk, sk: NewImage.sk },
      NewImage,
      SequenceNumber: String(4_421_584_500_000_000_017_450_439_091n + BigInt(index)),
      SizeBytes: 26,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: 'arn:aws:dynamodb:eu-west-2:123456789012:table/ledger/stream/2026-03-10T00:00:00.000',
  })),
})

/** What a rule of EventBridge hands over at its hour, where it says nothing else ("Scheduled events"). */
export const scheduledEvent = () => ({
  version: '0',
  id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '123456789012',
  time: '2026-03-10T03:01:00Z',
  region: 'eu-west-2',
  resources: ['arn:aws:events:eu-west-2:123456789012:rule/EditionTakesEffect'],
  detail: {},
})

/** A batch of a queue, as Lambda hands it over ("Using Lambda with Amazon SQS"). */
export const queueEvent = (bodies: readonly unknown[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `059f36b4-87a3-44ab-83d2-66197551${1_000 + index}`,
    receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
    body: JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1773119783000',
      SenderId: 'AIDAIENQZJOLO23YVJ4VO',
      ApproximateFirstReceiveTimestamp: '1773119783012',
    },
    messageAttributes: {},
    md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-2:123456789012:queue',
    awsRegion: 'eu-west-2',
  })),
})
