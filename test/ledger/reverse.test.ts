import { expect, test } from 'vitest'
import type { Ledger } from '#ledger/ledger.ts'
import type { RedemptionRequest } from '#ledger/redemption.ts'
import { NOW } from './fresh-ledger.ts'
import { asks, perkShop } from './perk-shop.ts'

async function idOf(ledger: Ledger, request: RedemptionRequest): Promise<string> {
  const answer = await ledger.redeem(request)
  if (answer.kind === 'granted') return answer.redemption.id
  if (answer.kind === 'refused') return answer.refusal.id
  throw new Error(`The perk was not decided about: ${answer.kind}.`)
}

test('a use that is taken back can be used again, and both stay on record', async () => {
  const { ledger } = await perkShop()
  const used = asks('a', { member: 'm-2', perk: 'lounge' })
  const id = await idOf(ledger, used)
  const reversal = {
    ...{ kind: 'reversal', id: `v-${id.slice(2)}`, redemption: id, sender: 'till-2', member: 'm-2', perk: 'lounge' },
    ...{ tier: 'silver', edition: 1, at: NOW, costMinor: 950 },
    ...{ salt: expect.stringMatching(/^[0-9a-f]{32}$/), usedAt: NOW, source: 'till-1', order: null },
  }
  expect(await ledger.reverse(id, 'till-2')).toEqual({ kind: 'reversed', reversal })
  expect(await ledger.redemptions('m-2')).toMatchObject([{ id }, reversal])
  expect(await ledger.redeem({ ...used, key: 'b' })).toMatchObject({ kind: 'granted', redemption: { left: 0 } })
})

test('a use is taken back once, however often that is asked', async () => {
  const { ledger } = await perkShop()
  const id = await idOf(ledger, asks('a', { perk: 'wrap' }))
  await ledger.redeem(asks('b', { perk: 'wrap' }))
  const answers = await Promise.all(Array.from({ length: 8 }, () => ledger.reverse(id, 'till-1')))
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual([...Array(7).fill('already_reversed'), 'reversed'])
  expect((await ledger.member('m-1'))?.uses.get('wrap')).toMatchObject({ inWindow: { month: 1 }, ever: 1 })
})

test('the key of a use that was taken back still gives its answer', async () => {
  const { ledger } = await perkShop()
  const first = await ledger.redeem(asks('a'))
  await ledger.reverse(await idOf(ledger, asks('a')), 'till-1')
  expect(await ledger.redeem(asks('a'))).toEqual({ ...first, again: true })
})

test('a reversal cannot be taken back, a refused attempt neither', async () => {
  const { ledger } = await perkShop()
  const id = await idOf(ledger, asks('a'))
  const refused = await idOf(ledger, asks('b', { perk: 'lounge' }))
  await ledger.reverse(id, 'till-1')
  expect(await ledger.reverse(`v-${id.slice(2)}`, 'till-1')).toEqual({ kind: 'is_reversal' })
  expect(await ledger.reverse(refused, 'till-1')).toEqual({ kind: 'was_refused' })
})

test.each(['', 'a', `r-${'0'.repeat(32)}`, `v-${'0'.repeat(32)}`, '__proto__', 'r-../entry', `r-${'g'.repeat(32)}`])(
  'an id that is none, %j, is unknown',
  async (id) => {
    const { ledger } = await perkShop()
    expect(await ledger.reverse(id, 'till-1')).toEqual({ kind: 'unknown_redemption' })
  },
)
