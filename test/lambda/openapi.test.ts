import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { openapiDocument } from '#local/openapi-document.ts'
import { bundled } from './bundled.ts'
import { gatewayEvent, lambdaContext } from './gateway-event.ts'
import { stubSettings } from './stub-settings.ts'

afterEach(() => vi.unstubAllEnvs())

/** The portal's function with the document beside it, written by the command that packs it. */
async function portal() {
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-openapi-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'openapi.json')
  execFileSync(process.execPath, [join(import.meta.dirname, '../../functions/local/write-openapi.ts'), file])
  stubSettings({ OPENAPI_FILE: file })
  return bundled('portal')
}

test('the document of all routes is served in AWS, those of other functions among them', async () => {
  const handler = await portal()
  const answer = await handler(gatewayEvent('GET', '/api/v1/openapi.json'), lambdaContext)
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/json' } })
  expect(JSON.parse(answer.body)).toEqual(JSON.parse(openapiDocument()))
  expect(Object.keys(JSON.parse(answer.body).paths)).toEqual(expect.arrayContaining(['/events', '/me/standing']))
})

test('it is not sent again to whoever has it', async () => {
  const handler = await portal()
  const { headers } = await handler(gatewayEvent('GET', '/api/v1/openapi.json'), lambdaContext)
  const known = { 'if-none-match': String(headers?.etag) }
  const again = await handler(gatewayEvent('GET', '/api/v1/openapi.json', known), lambdaContext)
  expect(again).toMatchObject({ statusCode: 304, body: '' })
})
