import { afterEach, describe, expect, test, vi } from 'vitest'
import { FRONT_DOOR_HEADER } from '#http/front-door.ts'
import { bundled } from './bundled.ts'
import { FRONT_DOOR_KEY, gatewayEvent, lambdaContext } from './gateway-event.ts'
import { stubSettings } from './stub-settings.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** The room, and a route of it that asks who is there. */
const ENTRIES = [
  ['portal', '/api/v1/me/standing'],
  ['intake', '/api/v1/refusals'],
  ['desk', '/api/v1/members/m-1/standing'],
  ['studio', '/api/v1/studio/drafts'],
  ['finance', '/api/v1/finance/refunds'],
] as const

describe('every audience’s function', () => {
  test.each(ENTRIES)('%s starts, and answers a stranger with a problem', async (room, path) => {
    stubSettings()
    const handler = await bundled(room)
    // Lambda on Node 24 refuses handlers that take a callback.
    expect(handler.length).toBe(2)
    const { statusCode, headers, body } = await handler(gatewayEvent('GET', path), lambdaContext)
    expect([401, 404]).toContain(statusCode)
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json' })
    expect(JSON.parse(body)).toMatchObject({ status: statusCode, instance: 'JKJaXmPLvHcESHA=' })
  })

  test.each(ENTRIES)(
    '%s answers nobody who comes around the distribution, and says no more than that',
    async (room, path) => {
      stubSettings()
      const handler = await bundled(room)
      const { statusCode, body } = await handler(
        gatewayEvent('GET', path, { [FRONT_DOOR_HEADER]: 'guessed' }),
        lambdaContext,
      )
      expect([statusCode, JSON.parse(body).code]).toEqual([403, 'not_by_the_front_door'])
      expect(body).not.toContain(FRONT_DOOR_KEY)
    },
  )

  test.each(ENTRIES)('%s does not start without its settings, and names all that are missing', async (room) => {
    stubSettings({ TABLE_NAME: '', FRONT_DOOR_KEY: '', ISSUER: '' })
    await expect(bundled(room)).rejects.toThrow(
      /^The function cannot start\. Set TABLE_NAME, FRONT_DOOR_KEY, ISSUER in its environment\.$/,
    )
  })

  test('the portal does not start when it is told to answer every site', async () => {
    stubSettings({ OFFER_ORIGINS: '*' })
    await expect(bundled('portal')).rejects.toThrow('OFFER_ORIGINS names "*", which is no origin.')
  })

  test('a key that is too short is refused without repeating it', async () => {
    stubSettings({ EMAIL_KEY: 'hunter2' })
    await expect(bundled('intake')).rejects.toThrow(/^((?!hunter2).)*EMAIL_KEY has 5 bytes((?!hunter2).)*$/)
  })
})
