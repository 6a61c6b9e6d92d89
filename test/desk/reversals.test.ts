import { describe, expect, test } from 'vitest'
import { LOUNGE, silverDesk, using } from './fresh-desk.ts'

describe('a use is taken back', () => {
  const back = (redemption: string, role = 'till') =>
    [`/redemptions/${redemption}/reversal`, { method: 'POST', headers: { Authorization: `Role ${role}` } }] as const

  test('and counts again; asked for again, the answer is the same', async () => {
    const { clock, send } = await silverDesk()
    const used = await send(LOUNGE, using('k-1'))
    const first = await send(...back(used.body.redemption))
    expect(first).toMatchObject({ status: 201, body: { redemption: used.body.redemption, perk: 'lounge' } })
    clock.now += 60_000
    const again = await send(...back(used.body.redemption))
    expect([again.status, again.body]).toEqual([200, first.body])
    expect((await send(LOUNGE, using('k-2'))).body.left).toBe(1)
    expect((await send(LOUNGE, using('k-1'))).status).toBe(200)
  })

  test('which another till did before: it is told so', async () => {
    const { send } = await silverDesk()
    const { body } = await send(LOUNGE, using('k-1'))
    await send(...back(body.redemption))
    expect(await send(...back(body.redemption, 'everything'))).toMatchObject({
      status: 409,
      body: {
        code: 'already_reversed',
        detail: 'This use was taken back at 2026-06-15T12:00:00.000Z by another sender. Leave it at that.',
      },
    })
  })

  test('but a reversal is not', async () => {
    const { send } = await silverDesk()
    const { body } = await send(LOUNGE, using('k-1'))
    const { body: reversal } = await send(...back(body.redemption))
    expect(await send(...back(reversal.reversal))).toMatchObject({ status: 409, body: { code: 'is_reversal' } })
  })

  test.each(['r-1', `r-${'0'.repeat(32)}`, `v-${'0'.repeat(32)}`, '__proto__', '%25'])(
    'but %s is not, because it is unknown',
    async (id) => {
      const { send } = await silverDesk()
      expect(await send(...back(id))).toMatchObject({ status: 404, body: { code: 'unknown_redemption' } })
    },
  )

  test('while the database is too busy, and the till is told to ask again', async () => {
    const { send } = await silverDesk({ reverse: async () => ({ kind: 'retry' }) })
    expect(await send(...back('r-1'))).toMatchObject({ status: 503, body: { code: 'busy' } })
  })

  test('but a refused attempt is not', async () => {
    const { send } = await silverDesk({ reverse: async () => ({ kind: 'was_refused' }) })
    expect(await send(...back('r-1'))).toMatchObject({ status: 409, body: { code: 'was_refused' } })
  })
})
