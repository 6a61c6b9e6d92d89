import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Fact } from '#http/count.ts'
import { countSignIns } from '#portal/count-sign-ins.ts'
import { LOUNGE, silverDesk, using } from '../desk/fresh-desk.ts'
import { posted, sentPurchase } from '../http/sent.ts'
import { freshIntake } from '../intake/fresh-intake.ts'

describe('what is counted', () => {
  test('of events: what became of each, as the shop is told', async () => {
    const { send, counted } = await freshIntake()
    const again = sentPurchase()
    await send(
      '/events',
      posted([again, again, sentPurchase({}, { amount: '1.00' }), sentPurchase({ id: 'o-2' }, { amount: 'x' })]),
    )
    expect(counted).toEqual(['recorded', 'duplicate', 'conflict', 'rejected'])
  })

  test('at the counter: uses, refusals by the rules and reversals, and none of them twice', async () => {
    const { send, counted } = await silverDesk()
    const { body } = await send(LOUNGE, using('key-1'))
    await send(LOUNGE, using('key-1'))
    await send(LOUNGE, using('key-2'))
    await send(LOUNGE, using('key-3'))
    await send(`/redemptions/${body.redemption}/reversal`, using('key-4'))
    expect(counted).toEqual(['redeemed', 'redeemed', 'notGranted', 'reversed'])
  })

  test('of people who come back from the provider: who is signed in, and who could not be through no fault of theirs', async () => {
    const counted: Fact[] = []
    const app = new Hono().use(countSignIns((fact) => void counted.push(fact)))
    app.get('/:status', (c) => c.body(null, Number(c.req.param('status')) as 302))
    for (const status of [302, 400, 403, 503]) await app.request(`/${status}`)
    expect(counted).toEqual(['signedIn', 'signInFailed'])
  })
})
