import { expect, test } from 'vitest'
import type { PublicationRecord } from '#ledger/press.ts'
import { nextNumber, programState } from '#studio/program-state.ts'
import { OTHER_EDITION } from '../publisher/programs.ts'

const record = (edition: number, withdrawnAt: number | null = null): PublicationRecord => ({
  edition: { ...OTHER_EDITION, edition, effectiveFrom: `20${30 + edition}-01` },
  withdrawnAt,
})

test('what is published while the program is read is read with its head, or not at all', async () => {
  const heads = [1, 2, 2, 2]
  let readings = 0
  const state = await programState({
    head: async () => ({ version: heads.shift() ?? 2 }),
    publications: async () => (readings++ === 0 ? [record(1)] : [record(1), record(2)]),
  })
  expect([state.head.version, state.published.length]).toEqual([2, 2])
})

test('a number that was withdrawn is never another’s', () => {
  const state = { head: { version: 3 }, records: [record(1), record(2, 0)], published: [] }
  expect(nextNumber(state)).toBe(3)
  expect(nextNumber({ ...state, records: [] })).toBe(1)
})
