import { describe, expect, test } from 'vitest'
import type { Work } from '#herald/work.ts'
import type { MemberRecord } from '#ledger/ledger.ts'
import { parseMonth } from '#program/month.ts'
import { NOTHING } from '#program/sums.ts'
import { done, NO_PAGE, NOT_ASKED } from './done-work.ts'
import { rulesFrom } from './small-program.ts'

const segment: Work = { kind: 'segment', month: '2026-05', number: 0, of: 1, cursor: null }

describe('a plan', () => {
  const [FROM, UNTIL] = [Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 20, 9)]
  const plan: Work = { kind: 'plan', member: 'm-1', at: new Date(UNTIL).toISOString() }
  const editions = [
    rulesFrom('2026-01', { tiers: [{ id: 'member' }, { id: 'gold', name: 'Gold', qualify: [{ plan: 'plus' }] }] }),
  ]
  const until = (end: number): MemberRecord => {
    const plans = [{ plan: 'plus', from: FROM, until: end }]
    const joined = parseMonth('2026-03')
    return { id: 'm-1', ...NOT_ASKED, sums: { ...NOTHING, plans, firstMonth: joined, joinedMonth: joined } }
  }

  test('that ends in the middle of a month takes the tier that it gave', async () => {
    const { told } = await done([plan], { editions, member: async () => until(UNTIL) })
    expect(told).toMatchObject([
      { at: '2026-03-20T09:00:00Z', because: 'plan', direction: 'fell', from: { id: 'gold' }, to: { id: 'member' } },
    ])
  })

  test.each<[string, MemberRecord | undefined]>([
    ['was renewed meanwhile', until(UNTIL + 1)],
    ['was of somebody who left', undefined],
    ['is of somebody who is leaving', { ...until(UNTIL), isErasing: true }],
  ])('that %s changes nothing', async (_, record) => {
    expect(await done([plan], { editions, member: async () => record })).toMatchObject({ told: [], again: [] })
  })

  test('that ends in the month that begins is asked to be looked at once more, and no other', async () => {
    const march = { ...segment, month: '2026-03' }
    for (const [end, at] of [
      [UNTIL, [UNTIL]],
      [Date.UTC(2026, 3, 1), []],
    ] as const) {
      const page = async () => ({ ...NO_PAGE, members: [until(end)] })
      expect((await done([march], { editions, page })).reminders).toEqual(at.map((one) => ({ member: 'm-1', at: one })))
    }
  })

  test.each([
    ['is being erased', { isErasing: true as const }],
    ['was erased', { id: `p-${'a'.repeat(26)}` }],
  ])('of somebody who %s is not asked to be looked at again', async (_, more) => {
    const page = async () => ({ ...NO_PAGE, members: [{ ...until(UNTIL), ...more }] })
    expect((await done([{ ...segment, month: '2026-03' }], { editions, page })).reminders).toEqual([])
  })

  test('of which the bus could not be told is brought again', async () => {
    const { again } = await done([plan], { editions, member: async () => until(UNTIL), tell: async () => 0 })
    expect(again).toEqual(['message-0'])
  })
})
