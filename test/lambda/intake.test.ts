import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { API_AUDIENCE } from '#http/machines.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { sentPurchase } from '../http/sent.ts'
import { freshLedger } from '../ledger/fresh-ledger.ts'
import { bundled } from './bundled.ts'
import { gatewayEvent, lambdaContext } from './gateway-event.ts'
import { stubSettings } from './stub-settings.ts'

let provider: Server
let issuer: string
let sign: (scope: string) => Promise<string>

/** A provider that does nothing but say where its keys are, and hand them out. */
beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }] })
  provider = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(request.url === '/keys' ? keys : JSON.stringify({ jwks_uri: `${issuer}/keys` }))
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  sign = (scope) =>
    new SignJWT({ token_use: 'access', client_id: 'shop', scope: `${API_AUDIENCE}/${scope}` })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setSubject('shop')
      .setExpirationTime('1h')
      .sign(privateKey)
})

afterAll(() => {
  vi.unstubAllEnvs()
  provider.close()
})

async function startedIntake() {
  const { ledger, table } = await freshLedger()
  await publishDemoProgram(ledger)
  stubSettings({ TABLE_NAME: table, ISSUER: issuer })
  const handler = await bundled('intake')
  const post = async (body: string, authorization?: string) => {
    const proof = authorization ?? `Bearer ${await sign('events:write')}`
    const headers = { authorization: proof, 'content-type': 'application/cloudevents+json' }
    const answer = await handler(gatewayEvent('POST', '/api/v1/events', headers, body), lambdaContext)
    return { ...answer, body: JSON.parse(answer.body) }
  }
  return { handler, ledger, post }
}

describe('the intake as it runs in Lambda', () => {
  test('records a purchase that comes through the gateway', async () => {
    const { ledger, post } = await startedIntake()
    const answer = await post(JSON.stringify(sentPurchase()))
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false })
    expect(answer.body.results).toMatchObject([{ id: 'order-1001', outcome: 'recorded' }])
    expect((await ledger.member('m-1001'))?.entries).toBe(1)
  })

  test('answers rubbish with a problem under the gateway’s id', async () => {
    const { post } = await startedIntake()
    const { headers, body } = await post('{')
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json' })
    expect(body).toMatchObject({ status: 400, code: 'not_json', instance: 'JKJaXmPLvHcESHA=' })
  })

  test('lets nobody in whose token is for something else, or is none', async () => {
    const { post } = await startedIntake()
    expect(await post('{}', `Bearer ${await sign('members:read')}`)).toMatchObject({ statusCode: 403 })
    expect(await post('{}', 'Bearer abc')).toMatchObject({ statusCode: 401 })
  })
})
