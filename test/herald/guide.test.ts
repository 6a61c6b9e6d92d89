import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { DETAIL_TYPE, SOURCE } from '#herald/tell.ts'
import { tierChangeOf } from '#herald/tier-change.ts'
import { demoEditions } from '#local/demo-program.ts'
import { editionOf } from '#program/edition.ts'
import { fold } from '#program/fold.ts'
import { standing } from '#program/standing.ts'
import { NOTHING } from '#program/sums.ts'
import { purchase } from '../ledger/events.ts'

/** The blocks of JSON in the guide for who integrates. */
async function examples(): Promise<readonly Record<string, unknown>[]> {
  const guide = await readFile(new URL('../../docs/integrate.md', import.meta.url), 'utf8')
  const blocks = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, block = '']) => block)
  return blocks.flatMap(readable)
}

/** Some blocks show two answers below one another, and are no JSON as a whole. */
function readable(block: string): readonly Record<string, unknown>[] {
  try {
    return [JSON.parse(block) as Record<string, unknown>]
  } catch {
    return []
  }
}

test('the guide shows a change of tier as it is told, and a rule that takes it from the bus', async () => {
  const at = Date.UTC(2026, 10, 22, 10, 0, 3)
  const editions = (await demoEditions()).map(({ document, ...published }) => editionOf({ ...published, ...document }))
  const [first] = editions
  const sums = fold([purchase('order-1', { time: at - 3_000, amountMinor: 26_000 })], first?.timeZone ?? '')
  const occasion = { member: 'customer-1', because: 'activity', sequence: '111100000001' } as const
  const change = tierChangeOf(standing(NOTHING, editions, at), standing(sums, editions, at), occasion)
  const shown = await examples()
  expect(shown).toContainEqual(change)
  expect(shown).toContainEqual(expect.objectContaining({ source: [SOURCE], 'detail-type': [DETAIL_TYPE] }))
})
