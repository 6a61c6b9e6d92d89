import { expect, test } from 'vitest'
import { NOW } from './fresh-ledger.ts'
import { asks, edition, perk, perkShop } from './perk-shop.ts'

const NO_ORDER = { amountMinor: 6_000, categories: ['shirts'] }

test('a use of a perk names tier, edition, worth and cost, and is listed', async () => {
  const { ledger } = await perkShop()
  const answer = await ledger.redeem(
    asks('a', { member: 'm-2', perk: 'lounge', basket: NO_ORDER, note: 'with a guest' }),
  )
  const redemption = {
    ...{
      kind: 'redemption',
      id: expect.stringMatching(/^r-[0-9a-f]{32}$/),
      sender: 'till-1',
      member: 'm-2',
      perk: 'lounge',
    },
    ...{ tier: 'silver', edition: 1, at: NOW, worthMinor: 1_800, costMinor: 950, left: 0, note: 'with a guest' },
    ...{ salt: expect.stringMatching(/^[0-9a-f]{32}$/), basket: NO_ORDER, usesBefore: null, usedInOrder: null },
  }
  expect(answer).toEqual({ kind: 'granted', redemption, again: false })
  expect(await ledger.redemptions('m-2')).toEqual([redemption])
  expect(await ledger.member('m-2')).toMatchObject({ entries: 1, redemptions: 1 })
})

test('what is redeemed is no event of a shop', async () => {
  const { ledger } = await perkShop()
  await ledger.redeem(asks('a'))
  expect(await ledger.history('m-1')).toHaveLength(1)
})

test('the same key gives the same answer, also when the allowance is gone', async () => {
  const { ledger } = await perkShop()
  const first = await ledger.redeem(asks('a', { member: 'm-2', perk: 'lounge' }))
  expect(await ledger.redeem(asks('a', { member: 'm-2', perk: 'lounge' }))).toEqual({ ...first, again: true })
  expect(await ledger.redeem(asks('b', { member: 'm-2', perk: 'lounge' }))).toMatchObject({
    refusal: { reason: 'limit_reached', used: 1, left: 0, resetsOn: '2027-01-01' },
  })
})

test('a refused key stays refused, and a new key is free to try again', async () => {
  const { ledger } = await perkShop()
  const granted = await ledger.redeem(asks('a', { member: 'm-2', perk: 'lounge' }))
  const refused = await ledger.redeem(asks('b', { member: 'm-2', perk: 'lounge' }))
  expect(refused).toMatchObject({ kind: 'refused', again: false })
  if (granted.kind === 'granted') await ledger.reverse(granted.redemption.id, 'till-1')
  expect(await ledger.redeem(asks('b', { member: 'm-2', perk: 'lounge' }))).toEqual({ ...refused, again: true })
  expect(await ledger.redeem(asks('c', { member: 'm-2', perk: 'lounge' }))).toMatchObject({ kind: 'granted' })
})

test.each([
  ['another perk', { perk: 'wrap' }],
  ['another member', { member: 'm-2' }],
  ['another basket', { basket: { ...NO_ORDER, amountMinor: 1 } }],
  ['other categories', { basket: { ...NO_ORDER, categories: [] } }],
  ['no basket', { basket: null }],
  ['a note', { note: 'hello' }],
] as const)('a key used for another request, with %s, is refused as such', async (_, other) => {
  const { ledger } = await perkShop()
  await ledger.redeem(asks('a', { basket: NO_ORDER }))
  expect(await ledger.redeem(asks('a', { basket: NO_ORDER, ...other }))).toEqual({ kind: 'key_reused' })
})

test('two tills may choose the same key without knowing of each other', async () => {
  const { ledger } = await perkShop()
  await ledger.redeem(asks('a'))
  expect(await ledger.redeem(asks('a', { sender: 'till-2' }))).toMatchObject({ kind: 'granted', again: false })
})

test.each([
  ['tier_too_low', { perk: 'lounge' }, { what: 'tier', rank: 1 }],
  [
    'basket_too_small',
    { perk: 'delivery', basket: { ...NO_ORDER, amountMinor: 4_999 } },
    { what: 'amount', amountMinor: 1 },
  ],
  ['basket_too_small', { perk: 'delivery' }, { what: 'amount', amountMinor: 5_000 }],
  ['category_not_covered', { perk: 'hem', basket: NO_ORDER }, { what: 'category', categories: ['suits'] }],
  ['category_not_covered', { perk: 'hem' }, { what: 'category', categories: ['suits'] }],
] as const)('%s is an answer with what is missing: %o', async (reason, request, missing) => {
  const { ledger } = await perkShop()
  expect(await ledger.redeem(asks('a', request))).toMatchObject({ kind: 'refused', refusal: { reason, missing } })
  expect(await ledger.member('m-1')).toMatchObject({ redemptions: 0, uses: new Map() })
})

test('exactly the amount asked for is enough', async () => {
  const { ledger } = await perkShop()
  const request = asks('a', { perk: 'delivery', basket: { ...NO_ORDER, amountMinor: 5_000 } })
  expect(await ledger.redeem(request)).toMatchObject({ kind: 'granted', redemption: { left: null } })
})

test('an unknown member or perk is said to be unknown, and the key stays free', async () => {
  const { ledger } = await perkShop()
  expect(await ledger.redeem(asks('a', { member: 'm-9' }))).toEqual({ kind: 'unknown_member' })
  expect(await ledger.redeem(asks('a', { perk: 'tea' }))).toEqual({ kind: 'unknown_perk' })
  expect(await ledger.redeem(asks('a', { perk: '__proto__' }))).toEqual({ kind: 'unknown_perk' })
  expect(await ledger.redeem(asks('a'))).toMatchObject({ kind: 'granted' })
})

test('a name that only keeps the end of sessions is no member', async () => {
  const { ledger } = await perkShop()
  await ledger.signOut('m-9', NOW)
  expect(await ledger.redeem(asks('a', { member: 'm-9' }))).toEqual({ kind: 'unknown_member' })
})

test('a perk that was withdrawn this month is not in force, and neither is one that is only announced', async () => {
  const { ledger } = await perkShop()
  await ledger.publish(edition(2, '2026-06', [perk('tea', { member: {} })]))
  await ledger.publish(edition(3, '2026-07', [perk('cake', { member: {} })]))
  expect(await ledger.redeem(asks('a'))).toMatchObject({
    refusal: { reason: 'not_in_force', edition: 2, missing: null },
  })
  expect(await ledger.redeem(asks('b', { perk: 'cake' }))).toMatchObject({ refusal: { reason: 'not_in_force' } })
  expect(await ledger.redeem(asks('c', { perk: 'tea' }))).toMatchObject({ redemption: { edition: 2, costMinor: 0 } })
})

test('an amount that is none is nobody’s request', async () => {
  const { ledger } = await perkShop()
  for (const amountMinor of [-1, 0.5, Number.NaN, 2 ** 53]) {
    await expect(ledger.redeem(asks('a', { basket: { ...NO_ORDER, amountMinor } }))).rejects.toThrow(RangeError)
  }
})
