import { expect, test } from 'vitest'
import type { Ledger, Refusal } from '#ledger/ledger.ts'
import { BadCursor } from '#ledger/refusals.ts'
import { freshLedger, NOW } from './fresh-ledger.ts'

const MONTH_MS = 31 * 86_400_000

const refusal = (at: number, rest: Partial<Refusal> = {}): Omit<Refusal, 'id'> => ({
  ...{ at, outcome: 'rejected', sender: 'shop', code: 'money', detail: `refused at ${at}`, event: { amount: '-1' } },
  ...rest,
})

async function pages(ledger: Ledger, limit: number): Promise<number[][]> {
  const found: number[][] = []
  let cursor: string | null = null
  do {
    const page = await ledger.refusals({ limit, cursor })
    found.push(page.items.map(({ at }) => at))
    cursor = page.nextCursor
  } while (cursor !== null)
  return found
}

test('refusals come page by page, newest first, over months and gaps between them', async () => {
  const { ledger } = await freshLedger()
  const times = [NOW, NOW - 1, NOW - MONTH_MS, NOW - 14 * MONTH_MS, NOW - 14 * MONTH_MS - 1]
  for (const at of times.toReversed()) await ledger.refuse(refusal(at))
  expect(await pages(ledger, 2)).toEqual([times.slice(0, 2), times.slice(2, 4), times.slice(4)])
  expect(await pages(ledger, 5)).toEqual([times])
  expect(await pages((await freshLedger()).ledger, 5)).toEqual([[]])
})

test('a refusal is found by its id, with the event as it came', async () => {
  const { ledger } = await freshLedger()
  const kept = refusal(NOW, { outcome: 'conflict', event: { __proto__: null, note: 'ü', deep: [1, null] } })
  await ledger.refuse(kept)
  const [first] = (await ledger.refusals({ limit: 1, cursor: null })).items
  expect(first).toEqual({ ...kept, id: expect.any(String) })
  expect(await ledger.refusal(first?.id ?? '')).toEqual(first)
})

test.each(['', 'x', '../..', '__proto__', 'a'.repeat(5000)])(
  'an id or a cursor that is none is told: %.20s',
  async (id) => {
    const { ledger } = await freshLedger()
    expect(await ledger.refusal(id)).toBeUndefined()
    await expect(ledger.refusals({ limit: 1, cursor: id })).rejects.toThrow(BadCursor)
  },
)

test.each([0, 101, 1.5, Number.NaN])('a page of %d items is refused', async (limit) => {
  const { ledger } = await freshLedger()
  await expect(ledger.refusals({ limit, cursor: null })).rejects.toThrow('A page has 1 to 100 items')
})

test('an event too large to be kept is described, and the rest is kept', async () => {
  const { ledger } = await freshLedger()
  await ledger.refuse(refusal(NOW, { event: 'x'.repeat(400_000) }))
  const [kept] = (await ledger.refusals({ limit: 1, cursor: null })).items
  expect(kept).toMatchObject({ event: null, detail: expect.stringContaining('400002 bytes, is too large to be kept') })
})
