import { expect, test, vi } from 'vitest'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { erasedLife, KEY, leavesOf, MEMBER, PERSONAL } from '../ledger/erased-life.ts'
import { purchase, refund } from '../ledger/events.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { asks } from '../ledger/perk-shop.ts'
import { storedItems } from '../ledger/stored-items.ts'
import { type Fault, faultyClient, Killed } from './faulty-client.ts'
import { expectSound, sendUntilDone } from './soundness.ts'

// Many databases' worth of calls: time enough also on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 })

const PSEUDONYM = pseudonymOf(KEY)(MEMBER)

/** Lets a process erase and kills it at its n-th call; false when it came to its end before. */
async function isKilledAt(table: string, call: number, fault: Fault): Promise<boolean> {
  let calls = 0
  const { client } = faultyClient(() => (++calls === call ? fault : 'none'))
  const ledger = openLedger({ client, table, now: () => NOW, timeZone: 'Europe/London' })
  try {
    await ledger.erase(MEMBER, KEY)
    return false
  } catch (error) {
    if (error instanceof Killed) return true
    throw error
  }
}

async function expectErased(life: Awaited<ReturnType<typeof erasedLife>>) {
  const texts = [...(await storedItems(life)).values()].map((item) => JSON.stringify(item)).join('\n')
  for (const value of [MEMBER, life.card, ...Object.values(PERSONAL)]) expect(texts).not.toContain(value)
  expect(texts).toContain(`member:${PSEUDONYM}`)
  await expectSound(life)
}

test.each(['killed', 'done-then-killed'] as const)(
  'an erasure that is %s at any of its calls is completed by the next one',
  async (fault) => {
    let call = 1
    for (let killed = true; killed; call++) {
      const life = await erasedLife()
      const leaves = await leavesOf(life)
      killed = await isKilledAt(life.table, call, fault)
      await life.ledger.erase(MEMBER, KEY)
      await expectErased(life)
      expect(await leavesOf(life)).toEqual(leaves)
    }
    expect(call).toBeGreaterThan(10)
  },
)

test('an erasure that is under way lets nothing about the member in, and keeps what had been taken in', async () => {
  const life = await erasedLife()
  await isKilledAt(life.table, 5, 'killed')
  const late = purchase('in-between', { subject: MEMBER })
  expect(await life.ledger.member(MEMBER)).toMatchObject({ isErasing: true })
  expect(await life.ledger.record([late])).toEqual(['retry'])
  expect(await life.ledger.redeem(asks('in-between', { member: MEMBER }))).toEqual({ kind: 'retry' })
  expect(await life.ledger.reverse(life.uses.standing, 'till-1')).toMatchObject({ kind: 'retry' })
  await life.ledger.erase(MEMBER, KEY)
  await expectErased(life)
  expect(await life.ledger.record([late])).toEqual(['recorded'])
})

test('purchases, refunds and uses in the very moment of an erasure are all there afterwards, each once', async () => {
  const life = await erasedLife()
  const bought = Array.from({ length: 20 }, (_, index) => purchase(`now-${index}`, { subject: MEMBER }))
  const refunds = Array.from({ length: 5 }, (_, index) => refund(`back-${index}`, `now-${index}`, { subject: MEMBER }))
  const events = [...bought, ...refunds]
  const [, ...answers] = await Promise.all([
    life.ledger.erase(MEMBER, KEY),
    ...events.map((event) => sendUntilDone(life.ledger, [event])),
    ...bought.map(({ id }) => used(life.ledger, id)),
  ])
  const uses = answers.flatMap((answer) => answer ?? [])
  await expectSound(life)
  const items = await storedItems(life)
  for (const { source, id } of events) expect(items.has(`entry:${JSON.stringify([source, id])}`)).toBe(true)
  for (const use of uses) expect(items.has(`redemption:${use}`)).toBe(true)
  expect(items.get(`member:${MEMBER}`)?.erasing).toBeUndefined()
  expect(items.get(`member:${PSEUDONYM}`)).toBeDefined()
})

/** A coffee of the member's, asked for until there is an answer; its id, or none where the member was unknown just then. */
async function used(ledger: Ledger, key: string): Promise<string[]> {
  for (;;) {
    const answer = await ledger.redeem(asks(key, { member: MEMBER }))
    if (answer.kind === 'granted') return [answer.redemption.id]
    if (answer.kind !== 'retry') return []
  }
}
