import { expect, test } from 'vitest'
import { deskApp } from '#desk/app.ts'
import type { Scope } from '#http/identity.ts'
import { sealSession } from '#http/session.ts'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import { sessionIdentity } from '#http/session-identity.ts'
import { checked } from '../http/checked.ts'
import { report } from '../http/roles.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { LOUNGE, silverDesk } from './fresh-desk.ts'

const ORIGIN = 'https://rewards.example'
const cookieKey = new Uint8Array(32).fill(7)
const OURS = { origin: ORIGIN, 'x-requested-with': 'cleartier' }

/** Somebody at the counter, with a session that has these rights. */
async function atTheCounter(scopes: readonly Scope[]) {
  const { ledger } = await silverDesk()
  const now = () => NOW
  const identify = sessionIdentity({ cookieKey, origin: ORIGIN, now, staffSignedOutAt: async () => null })
  const send = checked(deskApp({ ledger, identify, now, report }))
  const session = await sealSession({ kind: 'staff', subject: 'tess', since: NOW, scopes }, cookieKey)
  const cookie = `${SESSION_COOKIE}=${session}`
  const use = (headers: Record<string, string>) =>
    send(LOUNGE, { method: 'POST', headers: { cookie, 'Idempotency-Key': 'k-1', ...headers } })
  return { ledger, use }
}

test('somebody at the counter uses a perk on our own page', async () => {
  const { ledger, use } = await atTheCounter(['perks:redeem'])
  expect((await use(OURS)).status).toBe(201)
  expect(await ledger.redemptions('m-1')).toMatchObject([{ sender: 'tess', perk: 'lounge' }])
})

test.each([
  ['the page of another site', { origin: 'https://evil.example', 'x-requested-with': 'cleartier' }],
  ['a form of our own site', { origin: ORIGIN }],
  ['nowhere that can be told', {}],
])('but %s cannot in their name', async (_who, headers) => {
  const { ledger, use } = await atTheCounter(['perks:redeem'])
  expect(await use(headers as Record<string, string>)).toMatchObject({ status: 403, body: { code: 'cross_site' } })
  expect(await ledger.redemptions('m-1')).toEqual([])
})

test('nor can somebody without the right', async () => {
  const { ledger, use } = await atTheCounter(['members:read'])
  expect(await use(OURS)).toMatchObject({ status: 403, body: { code: 'scope_missing' } })
  expect(await ledger.redemptions('m-1')).toEqual([])
})
