import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { behindTheFrontDoor, FRONT_DOOR_HEADER } from '#http/front-door.ts'
import type { AppEnv } from '#http/identity.ts'

const KEY = 'f'.repeat(43)
const bindings = { requestContext: { requestId: 'JKJaXmPLvHcESHA=' } }
const house = behindTheFrontDoor(
  new Hono<AppEnv>().all('*', async ({ req, env }) => Response.json([req.method, await req.text(), env])),
  KEY,
)
const knock = (headers: Record<string, string>, init: RequestInit = {}) =>
  house.request('/api/v1/quote', { ...init, headers }, bindings)

test('who comes through the distribution is let in with all that they brought', async () => {
  const answer = await knock({ [FRONT_DOOR_HEADER]: KEY }, { method: 'POST', body: '{"basket":{}}' })
  expect(await answer.json()).toEqual(['POST', '{"basket":{}}', bindings])
})

test.each([
  ['no key', {}],
  ['an empty key', { [FRONT_DOOR_HEADER]: '' }],
  ['the beginning of the key', { [FRONT_DOOR_HEADER]: KEY.slice(1) }],
  ['the key and more', { [FRONT_DOOR_HEADER]: `${KEY}f` }],
  ['the key twice', { [FRONT_DOOR_HEADER]: `${KEY}, ${KEY}` }],
  ['another key', { [FRONT_DOOR_HEADER]: 'g'.repeat(43) }],
  ['the key by another name', { 'x-front-door': KEY }],
])('with %s one is sent to the portal’s own address', async (_, headers: Record<string, string>) => {
  const answer = await knock(headers)
  expect(answer.status).toBe(403)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const problem = await answer.json()
  expect(problem).toMatchObject({ code: 'not_by_the_front_door', instance: 'JKJaXmPLvHcESHA=' })
  expect(JSON.stringify(problem)).not.toContain('fff')
})
