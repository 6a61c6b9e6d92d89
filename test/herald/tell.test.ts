import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { StreamRecord } from '#herald/member-write.ts'
import type { Reminder } from '#herald/remind.ts'
import { tellBus } from '#herald/tell.ts'
import { tellWrites } from '#herald/tell-writes.ts'
import { uncounted } from '#http/count.ts'
import { PATIENCE } from '#ledger/patience.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import type { Edition } from '#program/edition.ts'
import { type PutEvent, startBus } from './bus-server.ts'
import { memberItem, record, rise } from './member-records.ts'
import { RULES, rulesFrom } from './small-program.ts'

/** What an erased member's sums are kept under. */
const PSEUDONYM = pseudonymOf(new Uint8Array(32))('m-1')
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }

/** Tells records to a bus that refuses what it is told to, and says what came of it. */
async function told(
  records: readonly StreamRecord[],
  refuses?: (event: PutEvent, call: number) => string | null,
  editions: readonly Edition[] = RULES,
) {
  const bus = await startBus(refuses)
  const client = new EventBridgeClient({ endpoint: bus.endpoint, region: 'local', credentials })
  onTestFinished(() => client.destroy())
  const errors: unknown[] = []
  const patience = { ...PATIENCE, attempts: 3, sleep: () => Promise.resolve() }
  const report = (error: unknown) => errors.push(error)
  const tell = tellBus({ client, bus: 'changes', patience, report, count: uncounted })
  const reminders: Reminder[] = []
  const remind = async (reminder: Reminder) => {
    if (reminder.member === 'forgotten') throw new Error('The scheduler does not answer.')
    reminders.push(reminder)
  }
  const { batchItemFailures } = await tellWrites(records, { editions, tell, remind, report })
  return { ...bus, reminders, errors, again: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) }
}

const refuses = (member: string, code: string) => (event: PutEvent) =>
  event.Detail.includes(`"${member}"`) ? code : null
const some = (count: number) => Array.from({ length: count }, (_, index) => rise(index + 1))

describe('changes that the stream brings', () => {
  test('are told to the bus under one name, with when it was, and no name of anybody', async () => {
    const named = { name: { L: [{ S: 'Anna Example' }, { S: '' }] }, card: { S: '7K3M9QXT4D2A' } }
    const { calls, taken, again } = await told([record(1, 'm-1', undefined, memberItem('m-1', 10_000, named))])
    expect(calls).toEqual([
      [
        {
          EventBusName: 'changes',
          Source: 'cleartier',
          DetailType: 'TierChanged',
          Time: Date.UTC(2026, 2, 10, 12) / 1000,
          Detail: expect.any(String),
        },
      ],
    ])
    expect(taken).toMatchObject([{ member: 'm-1', from: { id: 'member' }, to: { id: 'silver' } }])
    expect(JSON.stringify(calls)).not.toMatch(/Anna|7K3M/)
    expect(again).toEqual([])
  })

  test('are told ten at a time, in order', async () => {
    const { calls, taken, again } = await told(some(23))
    expect(calls.map((events) => events.length)).toEqual([10, 10, 3])
    expect(taken.map(({ member }) => member)).toEqual(some(23).map((_, index) => `m-${index + 1}`))
    expect(again).toEqual([])
  })

  test('are told once more when the bus did not take them, and those that it took are not', async () => {
    const { taken, again, errors } = await told(some(3), (event, call) => {
      return call === 1 && event.Detail.includes('"m-2"') ? 'ThrottlingException' : null
    })
    expect(taken.map(({ member }) => member)).toEqual(['m-1', 'm-3', 'm-2'])
    expect([again, errors]).toEqual([[], []])
  })

  test('are asked for again from the first that the bus would not take', async () => {
    const { calls, again, errors } = await told(some(25), refuses('m-12', 'InternalFailure'))
    expect(again).toEqual(['12'])
    expect(errors).toMatchObject([{ name: 'NotTaken', code: 'InternalFailure' }])
    // The first ten, the next ten, and twice more the one that was refused; the last five wait.
    expect(calls.map((events) => events.length)).toEqual([10, 10, 1, 1])
  })

  test('replayed, are told again with the same ids', async () => {
    const [once, twice] = [await told(some(3)), await told(some(3))]
    expect(twice.taken).toEqual(once.taken)
    expect(new Set(once.taken.map(({ id }) => id)).size).toBe(3)
  })

  test('stay below what a call may hold, with the longest names', async () => {
    const name = '😀'.repeat(100)
    const id = 'x'.repeat(40)
    const edition = rulesFrom('2026-01', {
      tiers: [
        { id: 'member', name },
        { id, name, qualify: [{ spend: '100.00' }] },
      ],
    })
    const members = Array.from({ length: 10 }, (_, index) => rise(index, `${index}${'"'.repeat(254)}`))
    const { calls } = await told(members, undefined, [edition])
    expect(JSON.stringify(calls[0]).length).toBeLessThan(256 * 1024)
    expect(calls).toHaveLength(1)
  })
})

describe('records', () => {
  test.each<[string, StreamRecord]>([
    ['of those who were erased', record(1, 'm-1', memberItem('m-1', 10_000), undefined)],
    [
      'of those who are being erased',
      record(1, 'm-1', memberItem('m-1', 1), memberItem('m-1', 10_000, { erasing: { N: '1' } })),
    ],
    ['of what is left of those who were', record(1, PSEUDONYM, undefined, memberItem(PSEUDONYM, 10_000))],
    ['that change no tier', record(1, 'm-1', memberItem('m-1', 10_000), memberItem('m-1', 10_001))],
    ['of what is no member', { dynamodb: { ...rise(1).dynamodb, Keys: { pk: { S: 'card:X' }, sk: { S: '.' } } } }],
  ])('%s say nothing', async (_, silent) => {
    const { calls, again } = await told([silent])
    expect([calls, again]).toEqual([[], []])
  })

  test.each<[string, StreamRecord]>([
    ['a sum that is none', record(2, 'm-2', undefined, memberItem('m-2', 1, { OH: { N: '9'.repeat(38) } }))],
    ['a plan that is none', record(2, 'm-2', undefined, memberItem('m-2', 1, { 'plan:{': { L: [{ N: '1' }] } }))],
    ['no time', { dynamodb: { ...rise(2).dynamodb, ApproximateCreationDateTime: Number.NaN } }],
  ])('that hold %s hold up those behind them, and none before', async (_, broken) => {
    const { taken, again, errors } = await told([rise(1), broken, rise(3)])
    expect(taken.map(({ member }) => member)).toEqual(['m-1'])
    expect(again).toEqual(['2'])
    expect(errors).toHaveLength(1)
  })

  test('before there is any edition say nothing', async () => {
    expect((await told(some(2), undefined, [])).calls).toEqual([])
  })
})

describe('a plan', () => {
  const [FROM, UNTIL] = [Date.UTC(2026, 2, 10), Date.UTC(2026, 2, 20, 9)]
  const span = (until: number) => ({ [`plan:["plus",${FROM}]`]: { L: [{ N: String(until) }, { S: 'e' }] } })
  const withPlan = (member: string, until: number) => memberItem(member, 1, span(until))

  test('that is written has its member looked at again when it ends, and not for a beginning that is past', async () => {
    const { reminders } = await told([record(1, 'm-1', undefined, withPlan('m-1', UNTIL))])
    expect(reminders).toEqual([{ member: 'm-1', at: UNTIL }])
  })

  test('that was known already asks for nothing more, and a renewed one for its new end', async () => {
    const renewed = UNTIL + 86_400_000
    const { reminders } = await told([
      record(1, 'm-1', withPlan('m-1', UNTIL), { ...withPlan('m-1', UNTIL), card: { S: 'X' } }),
      record(2, 'm-1', withPlan('m-1', UNTIL), withPlan('m-1', renewed)),
    ])
    expect(reminders).toEqual([{ member: 'm-1', at: renewed }])
  })

  test('of which nobody could be reminded is brought again, and what was before it is not', async () => {
    const records = [rise(1), record(2, 'forgotten', undefined, withPlan('forgotten', UNTIL)), rise(3)]
    const { taken, again, errors } = await told(records)
    expect(taken.map(({ member }) => member)).toEqual(['m-1', 'm-3'])
    expect([again, errors.length]).toEqual([['2'], 1])
  })
})
