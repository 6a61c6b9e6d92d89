import { expect, test } from 'vitest'
import { demoLedger } from './demo-editions.ts'
import { ANNA, portalHouse, signedIn } from './visitor.ts'

const NOW = Date.UTC(2026, 5, 15, 12)

test('a member’s card has their name, their tier, and a code that is the same for ever and not their number', async () => {
  const { ledger } = await demoLedger(() => NOW)
  const { app } = portalHouse(ledger, () => NOW)
  const headers = await signedIn(app)
  const ask = async () => (await app.request('/api/v1/me/card', { headers })).json()
  const card = await ask()
  expect(card).toEqual({
    name: ANNA.name,
    tier: { id: 'member', name: 'Member', rank: 0, until: null },
    code: expect.stringMatching(/^[0-9A-Z]{12}$/),
  })
  expect(await ask()).toEqual(card)
  const member = await ledger.memberByCard(card.code)
  expect(member).toMatch(/^m-/)
  expect(JSON.stringify(card)).not.toContain(member)
})

test('nobody has a card without signing in, and two members have two', async () => {
  const { ledger } = await demoLedger(() => NOW)
  let person = ANNA
  const { app } = portalHouse(
    ledger,
    () => NOW,
    () => person,
  )
  expect((await app.request('/api/v1/me/card')).status).toBe(401)
  const codeOf = async (headers: { readonly cookie: string }) =>
    (await (await app.request('/api/v1/me/card', { headers })).json()).code
  const hers = await codeOf(await signedIn(app))
  person = { ...ANNA, subject: 'sub-ben', verifiedEmail: 'ben@shop.example' }
  expect(await codeOf(await signedIn(app))).not.toBe(hers)
})
