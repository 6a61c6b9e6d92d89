import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { SESSION_COOKIE } from '#http/session-cookie.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { checked } from '../http/checked.ts'
import { enrolment, purchase } from '../ledger/events.ts'
import { type FreshLedger, NOW } from '../ledger/fresh-ledger.ts'
import { asks, perkShop } from '../ledger/perk-shop.ts'
import { storedItems } from '../ledger/stored-items.ts'
import { FROM_OUR_PAGES, PSEUDONYM_KEY, portalHouse, signedIn } from './visitor.ts'

const ADDRESS = 'hash of anna@shop.example'
const NOTE = 'a present for Ben'

let shop: FreshLedger
let ledger: Ledger
beforeEach(async () => {
  shop = await perkShop()
  ledger = shop.ledger
  await ledger.record([
    enrolment('joined', { subject: 'anna-1', name: 'Anna Berg', emailHash: ADDRESS }),
    purchase('own', { subject: 'anna-1', note: NOTE }),
  ])
})

/** Anna's browser: signed in, and on our own pages. */
async function anna() {
  const { app, reports } = portalHouse(ledger, () => NOW)
  const headers = { ...(await signedIn(app)), ...FROM_OUR_PAGES }
  const send = checked(app)
  return {
    app,
    headers,
    reports,
    get: (path: string) => send(`/me/${path}`, { headers }),
    erase: (changed: object = {}) => send('/me', { method: 'DELETE', headers: { ...headers, ...changed } }),
  }
}

describe('what is held of a member', () => {
  test('is theirs to take away as one file, without costs and without salts', async () => {
    await ledger.redeem(asks('k-1', { member: 'anna-1', note: NOTE }))
    await ledger.redeem(asks('k-2', { member: 'anna-1', perk: 'hem' }))
    const code = await ledger.giveCard('anna-1')
    const { get } = await anna()
    const { status, headers, body } = await get('export')
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toBe('attachment; filename="my-data.json"')
    expect(body).toMatchObject({
      ...{ member: 'anna-1', pseudonym: pseudonymOf(PSEUDONYM_KEY)('anna-1'), name: 'Anna Berg', card: code },
      standing: { member: 'anna-1', tier: { id: 'member' } },
      entries: [
        { type: 'enrolment', name: 'Anna Berg', emailHash: ADDRESS },
        { type: 'purchase', amount: '100.00', note: NOTE },
      ],
    })
    expect(body.uses.map(({ type, perk }: { type: string; perk: string }) => [type, perk]).toSorted()).toEqual([
      ['redemption', 'coffee'],
      ['refused', 'hem'],
    ])
    expect(JSON.stringify(body)).not.toMatch(/salt|cost/i)
  })
})

describe('erasure', () => {
  test('takes everything personal away and ends the session, on this device and on others', async () => {
    const { erase, get, app, headers } = await anna()
    const other = await signedIn(app)
    const { status, headers: answered } = await erase()
    expect(status).toBe(204)
    expect(answered.getSetCookie().join()).toContain(`${SESSION_COOKIE}=; Max-Age=0`)
    for (const value of ['anna-1', 'Anna Berg', ADDRESS, NOTE]) {
      expect(JSON.stringify([...(await storedItems(shop))])).not.toContain(value)
    }
    expect((await get('standing')).status).toBe(401)
    expect((await app.request('/api/v1/me/standing', { headers: other })).status).toBe(401)
    expect((await app.request('/auth/logout', { method: 'POST', headers })).status).toBe(204)
    expect((await storedItems(shop)).has('member:anna-1')).toBe(false)
  })

  test('asked for again, because its answer was lost, is as good as done', async () => {
    const { erase } = await anna()
    await erase()
    expect((await erase()).status).toBe(204)
  })

  test('is refused from elsewhere, and by a session that is over, and nothing is erased', async () => {
    const { erase } = await anna()
    expect((await erase({ origin: 'https://evil.example' })).status).toBe(403)
    await ledger.signOut('anna-1', NOW + 1)
    expect((await erase()).status).toBe(401)
    expect(await ledger.member('anna-1')).toMatchObject({ name: 'Anna Berg' })
  })

  test('and signing in with the same address makes a new, empty member, each time', async () => {
    const members: string[] = []
    for (let time = 0; time < 3; time++) {
      const { get, erase, app } = await anna()
      const { body } = await get('export')
      members.push(body.member)
      await erase()
      const { body: anew } = await checked(app)('/me/export', { headers: await signedIn(app) })
      expect(anew).toMatchObject({ name: 'Anna Berg', card: null, uses: [] })
      expect(anew.entries.map(({ type }: { type: string }) => type)).toEqual(['enrolment'])
      expect(anew.standing.tier.id).toBe('member')
    }
    expect(new Set(members).size).toBe(3)
  })

  test('shows the address in none of the enrolments that signing in makes', async () => {
    const { erase } = await anna()
    await erase()
    const { erase: eraseAnew } = await anna()
    await eraseAnew()
    expect(JSON.stringify([...(await storedItems(shop))])).not.toContain(ADDRESS)
  })

  test('that was interrupted is completed by signing in', async () => {
    const { client, table } = shop
    const { get, app, reports } = await anna()
    const key = { pk: { S: 'member:anna-1' }, sk: { S: '.' } }
    await client.send(
      new UpdateItemCommand({
        ...{ TableName: table, Key: key, UpdateExpression: 'SET erasing = :at' },
        ExpressionAttributeValues: { ':at': { N: String(NOW) } },
      }),
    )
    expect((await get('standing')).status).toBe(401)
    const { body } = await checked(app)('/me/export', { headers: await signedIn(app) })
    expect(body.member).not.toBe('anna-1')
    expect((await storedItems(shop)).has('member:anna-1')).toBe(false)
    expect(reports).toEqual([])
  })
})
