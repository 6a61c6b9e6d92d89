import { inject, vi } from 'vitest'
import { FRONT_DOOR_KEY } from './gateway-event.ts'

/** The environment of a function: the embedded database in the place of AWS, and every setting with some value. */
export function stubSettings(over: Readonly<Record<string, string>> = {}): void {
  const environment = {
    TABLE_NAME: 'no-such-table',
    FRONT_DOOR_KEY,
    ORIGIN: 'https://shop.example',
    ISSUER: 'https://id.shop.example',
    OPENAPI_FILE: 'openapi.json',
    CLIENT_ID: 'portal',
    CLIENT_SECRET: 'secret',
    MEMBERS_ISSUER: 'https://members.id.shop.example',
    STAFF_CLIENT_ID: 'portal',
    STAFF_CLIENT_SECRET: 'secret',
    PUBLISHER: 'publisher',
    PAGES_BUCKET: 'pages',
    COOKIE_KEY: 'c'.repeat(43),
    EMAIL_KEY: 'e'.repeat(43),
    PSEUDONYM_KEY: 'p'.repeat(43),
    SEAL_KEY: 'arn:aws:kms:local:1:key/1',
    ARCHIVE_BUCKET: 'no-such-bucket',
    AWS_ENDPOINT_URL_DYNAMODB: inject('databaseEndpoint'),
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    POWERTOOLS_METRICS_DISABLED: 'true',
    ...over,
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
}
