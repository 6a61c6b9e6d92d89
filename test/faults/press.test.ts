import { describe, expect, test } from 'vitest'
import { readEditions } from '#ledger/editions.ts'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import type { Redeemed } from '#ledger/redemption.ts'
import { NOW } from '../ledger/fresh-ledger.ts'
import { draft, freshPress, line, pressOf } from '../ledger/fresh-press.ts'
import { asks, edition, perkShop } from '../ledger/perk-shop.ts'
import { type Fault, faultyClient } from './faulty-client.ts'

/** A press whose calls meet these faults, one each in their order; nobody waits between attempts. */
function faultyPress(table: string, faults: readonly Fault[], attempts = 4) {
  let calls = 0
  const { client } = faultyClient(() => faults[calls++] ?? 'none')
  return openPress({ client, table, now: () => NOW, patience: { attempts, sleep: () => Promise.resolve() } })
}

const publication = {
  kind: 'edition',
  edition: edition(2, '2027-01'),
  costs: {},
  draft: { id: 'd-1', version: 1 },
} as const

const LOST: readonly (readonly Fault[])[] = [
  ['done-then-error'],
  ['done-then-reset'],
  ['done-then-timeout'],
  ['conflict', 'throttled-item', 'done-then-error'],
  ['exceeded', 'error', 'done-then-reset'],
]

describe('when an answer is lost', () => {
  test.each(LOST)('a draft is kept once (%s)', async (...faults) => {
    const fresh = await freshPress()
    expect(await faultyPress(fresh.table, faults).save(draft(), 0, line('created'))).toBe(true)
    expect(await fresh.press.drafts()).toHaveLength(1)
    expect((await fresh.press.log({ limit: 9, cursor: null })).items).toHaveLength(1)
  })

  test.each(LOST)('an edition is published once (%s)', async (...faults) => {
    const fresh = await freshPress()
    await fresh.press.save(draft(), 0, line('created'))
    const seen = await fresh.press.head()
    expect(await faultyPress(fresh.table, faults).publish(publication, seen, line('published'))).toBe(true)
    expect(await fresh.press.head()).toEqual({ version: 2 })
    expect(await fresh.press.drafts()).toEqual([])
  })

  test('and the database stays busy, the caller is told, and finds nothing done or all of it', async () => {
    const fresh = await freshPress()
    const press = faultyPress(fresh.table, ['error', 'error'], 2)
    await expect(press.save(draft(), 0, line('created'))).rejects.toThrow(Busy)
    expect(await fresh.press.drafts()).toEqual([])
  })
})

test.each(['killed', 'done-then-killed'] as const)(
  'a publisher who is %s at any call leaves all of a publication or nothing of it',
  async (fault) => {
    for (let call = 0; call < 4; call++) {
      const fresh = await freshPress()
      await fresh.press.save(draft(), 0, line('created'))
      const press = faultyPress(fresh.table, [...Array<Fault>(call).fill('none'), fault])
      await (async () => press.publish(publication, await press.head(), line('published')))().catch(() => {})
      const { published } = await readEditions(fresh.client, fresh.table)
      const { version } = await fresh.press.head()
      const isThere = published.length === 2
      expect([version, (await fresh.press.drafts()).length]).toEqual(isThere ? [2, 0] : [1, 1])
      const costs = await fresh.ledger.costs(2)
      expect(costs).toEqual({})
      const again = await pressOf(fresh).publish(publication, { version: 1 }, line('published'))
      expect(again).toBe(!isThere)
    }
  },
)

/** Twenty at once at one member's item: the last one is overtaken often. */
const CALM = { attempts: 500, sleep: () => Promise.resolve() }

test('an edition that is published in the middle of a burst of uses decides those of its months alone, and wholly', async () => {
  const june = await perkShop({ now: () => Date.UTC(2026, 5, 30, 12), patience: CALM })
  const july = openLedger({ ...june, now: () => Date.UTC(2026, 6, 1, 12), timeZone: 'Europe/London', patience: CALM })
  const uses = (ledger: Ledger, from: number) =>
    Array.from({ length: 10 }, (_, index) => ledger.redeem(asks(`use-${from + index}`)))
  const before = uses(june.ledger, 0)
  const dearer = { coffee: { unit: '9.99' } }
  const coming = { ...publication, edition: edition(2, '2026-07'), costs: dearer, draft: null }
  const isPublished = await pressOf(june).publish(coming, { version: 1 }, line('published'))
  expect(isPublished).toBe(true)
  const decided = async (answers: readonly Promise<Redeemed>[]) => [
    ...new Set(
      (await Promise.all(answers)).map((answer) =>
        answer.kind === 'granted' ? `${answer.redemption.edition}: ${answer.redemption.costMinor}` : answer.kind,
      ),
    ),
  ]
  expect(await decided([...before, ...uses(june.ledger, 100)])).toEqual(['1: 40'])
  expect(await decided(uses(july, 200))).toEqual(['2: 999'])
})
