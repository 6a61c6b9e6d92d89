import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { machinesOf } from '#http/machines.ts'

const NOW = Date.UTC(2026, 5, 15, 12)

/** A provider whose keys are where Keycloak has them. */
async function provider({ isUp = true } = {}) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const state = { isUp }
  const server = createServer((request, response) => {
    const keys = `${issuer}/protocol/openid-connect/certs`
    const isDiscovery = request.url?.endsWith('/.well-known/openid-configuration')
    const isKeys = `http://localhost:${port}${request.url}` === keys
    void exportJWK(publicKey).then((key) => {
      response.writeHead(state.isUp && (isDiscovery || isKeys) ? 200 : 404, { 'content-type': 'application/json' })
      const body = isDiscovery ? { issuer, jwks_uri: keys } : { keys: [{ ...key, kid: 'k', alg: 'ES256', use: 'sig' }] }
      response.end(state.isUp ? JSON.stringify(body) : '{}')
    })
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const issuer = `http://localhost:${port}/realms/shop`
  const sign = (claims: JWTPayload) =>
    new SignJWT({ iss: issuer, exp: NOW / 1000 + 60, sub: 'till-1', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign(privateKey)
  return { issuer, sign, state }
}

const sentWith = (token: string) =>
  new Request('https://shop.example/api/v1/till', { headers: { Authorization: `Bearer ${token}` } })

test('a machine of a provider of one’s own is known by the keys that the provider names', async () => {
  const { issuer, sign } = await provider()
  const token = await sign({ aud: 'urn:cleartier:api', scope: 'members:read perks:redeem' })
  expect(await machinesOf(issuer, () => NOW)(sentWith(token))).toEqual({
    ...{ kind: 'machine', subject: 'till-1' },
    scopes: new Set(['members:read', 'perks:redeem']),
  })
})

test('while the provider says nothing of its keys nobody is refused for good', async () => {
  const { issuer, sign, state } = await provider({ isUp: false })
  const identify = machinesOf(issuer, () => NOW)
  const token = await sign({ aud: 'urn:cleartier:api', scope: 'ops' })
  await expect(identify(sentWith(token))).rejects.toMatchObject({ status: 503 })
  state.isUp = true
  expect(await identify(sentWith(token))).toMatchObject({ subject: 'till-1' })
})
