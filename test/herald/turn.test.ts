import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { monthBegunBefore } from '#herald/month-turn.ts'
import type { TierChange } from '#herald/tier-change.ts'
import { SEGMENTS, type TurnOptions } from '#herald/turn.ts'
import type { Work } from '#herald/work.ts'
import type { MemberRecord } from '#ledger/ledger.ts'
import type { Segment } from '#ledger/members-page.ts'
import { membersPage } from '#ledger/members-page.ts'
import { PATIENCE } from '#ledger/patience.ts'
import { formatMonth, parseMonth } from '#program/month.ts'
import type { MemberSums } from '#program/sums.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'
import { purchase } from '../ledger/events.ts'
import { type FreshLedger, freshLedger } from '../ledger/fresh-ledger.ts'
import { ZONES } from '../program/lives.ts'
import { done, doneWith, NOT_ASKED } from './done-work.ts'
import { RULES, rulesFrom } from './small-program.ts'

const HOUR_MS = 3_600_000

const hour = (instant: number): Work => ({ kind: 'hour', at: new Date(instant).toISOString() })

describe('an hour', () => {
  test.each(ZONES)('of all that there are in two years in %s, one for each month begins its turn', async (timeZone) => {
    const editions = [rulesFrom('2024-01', { timeZone })]
    const months: string[] = []
    const from = Date.UTC(2024, 0, 1, 20, 2)
    for (let at = from; at < from + 731 * 24 * HOUR_MS; at += HOUR_MS) {
      if (monthBegunBefore(at, timeZone) === null) continue
      const { sent } = await done([hour(at)], { editions })
      const [first] = sent
      if (first?.kind !== 'segment') throw new Error('An hour is cut into segments.')
      months.push(first.month)
      const start = startOfMonth(parseMonth(first.month), timeZone)
      expect(at - start).toBeGreaterThanOrEqual(0)
      expect(at - start).toBeLessThan(HOUR_MS)
    }
    const first = monthOf(from - HOUR_MS, timeZone) + 1
    expect(months).toEqual(months.map((_, index) => formatMonth(first + index)))
    expect(months).toHaveLength(24)
  })

  test('in which a month began cuts the ledger into segments, each once', async () => {
    const { sent, again } = await done([hour(Date.UTC(2026, 4, 1, 0, 2))])
    expect(again).toEqual([])
    expect(sent).toEqual(
      Array.from({ length: SEGMENTS }, (_, number) => ({
        ...{ kind: 'segment', month: '2026-05', of: SEGMENTS, cursor: null },
        number,
      })),
    )
  })

  test.each([
    ['in which no month began', hour(Date.UTC(2026, 4, 1, 1, 2)), RULES],
    ['before there is a program', hour(Date.UTC(2026, 4, 1, 0, 2)), []],
  ])('%s has nothing to do', async (_, work, editions) => {
    expect(await done([work], { editions })).toEqual({ sent: [], told: [], reminders: [], errors: [], again: [] })
  })

  test('that the queue does not take is brought again', async () => {
    const send = () => Promise.reject(new Error('The queue is full.'))
    expect((await done([hour(Date.UTC(2026, 4, 1, 0, 2))], { send })).again).toEqual(['message-0'])
  })
})

const segment: Work = { kind: 'segment', month: '2026-05', number: 0, of: 1, cursor: null }

/** A ledger of so many members who lose silver when May begins, and among them what is no member. */
async function ledgerOf(members: number): Promise<FreshLedger & { readonly page: TurnOptions['page'] }> {
  const fresh = await freshLedger({ timeZone: 'Etc/UTC' })
  const bought = (index: number) => {
    const time = Date.UTC(2026, 2, 10)
    return purchase(`order-${index}`, { subject: `m-${index}`, time, amountMinor: 10_000 })
  }
  await fresh.ledger.record(Array.from({ length: members }, (_, index) => bought(index)))
  const database = { ...fresh, patience: PATIENCE, monthOf: (time: number) => monthOf(time, 'Etc/UTC') }
  return { ...fresh, page: (one) => membersPage(database, one) }
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `m-${index}`).toSorted()

describe('segments', () => {
  test('find every member once, whatever they are cut into', async () => {
    const { page } = await ledgerOf(60)
    for (const of of [1, 7, SEGMENTS]) {
      const { told, again } = await done(
        Array.from({ length: of }, (_, number) => ({ ...segment, number, of })),
        { page },
      )
      expect(told.map(({ member }) => member).toSorted()).toEqual(names(60))
      expect(new Set(told.map(({ at, because }) => `${because} ${at}`))).toEqual(
        new Set(['month 2026-05-01T00:00:00Z']),
      )
      expect(again).toEqual([])
    }
  })

  test('larger than one reading are gone through reading by reading', async () => {
    const { page, client, table } = await ledgerOf(30)
    const name = { L: [{ S: 'x'.repeat(80_000) }, { S: '' }] }
    for (const member of names(30)) {
      const update = { UpdateExpression: 'SET #n = :n', ExpressionAttributeNames: { '#n': 'name' } }
      const Key = { pk: { S: `member:${member}` }, sk: { S: '.' } }
      const command = { TableName: table, Key, ...update, ExpressionAttributeValues: { ':n': name } }
      await client.send(new UpdateItemCommand(command))
    }
    const first = await page({ number: 0, of: 1, cursor: null })
    expect(first.next).not.toBeNull()
    const { told } = await done([segment], { page })
    expect(told.map(({ member }) => member).toSorted()).toEqual(names(30))
  })

  test('done twice tell twice with the same ids', async () => {
    const { page } = await ledgerOf(5)
    const [once, twice] = [await done([segment], { page }), await done([segment], { page })]
    expect(once.told).toHaveLength(5)
    expect(twice.told).toEqual(once.told)
  })

  test('for which time is short go on in new messages, until all are told of once', async () => {
    const page = inPages(9)
    const told: TierChange[] = []
    let [work, messages]: [readonly Work[], number] = [[segment], 0]
    while (work.length > 0) {
      const { sent, ...one } = await done(work, { page, hasTime: () => false })
      told.push(...one.told)
      work = sent
      messages++
    }
    expect(messages).toBe(9)
    expect(told.map(({ member }) => member)).toEqual(names(9))
  })

  test('of which the bus does not take all are brought again', async () => {
    const { again, errors } = await done([segment, segment], { page: inPages(3), tell: async () => 0 })
    expect(again).toEqual(['message-0', 'message-1'])
    expect(errors).toHaveLength(2)
  })

  test('with a member who cannot be read tell of all the others, and say that there was one', async () => {
    const { page, client, table } = await ledgerOf(3)
    const broken = { pk: { S: 'member:broken' }, sk: { S: '.' }, 'plan:{': { L: [] } }
    await client.send(new PutItemCommand({ TableName: table, Item: broken }))
    const { told, errors, again } = await done([segment], { page })
    expect(told.map(({ member }) => member).toSorted()).toEqual(names(3))
    expect(errors).toHaveLength(1)
    expect(again).toEqual([])
  })

  test.each([
    ['are being erased', { isErasing: true as const }],
    ['were erased', { id: `p-${'a'.repeat(26)}` }],
  ])('say nothing of those who %s', async (_, more) => {
    expect((await done([segment], { page: inPages(1, more) })).told).toEqual([])
  })
})

/** Silver since March 2026, until the end of April. */
const SUMS: MemberSums = {
  months: [{ month: parseMonth('2026-03'), netMinor: 10_000, looseRefundsMinor: 0, orders: 1, units: 1 }],
  ...{ balances: [], plans: [], firstMonth: parseMonth('2026-03'), joinedMonth: parseMonth('2026-03') },
}
/** A member on each page, and the pages behind one another by their number. */
function inPages(pages: number, more: Partial<Pick<MemberRecord, 'id' | 'isErasing'>> = {}): TurnOptions['page'] {
  return async ({ cursor }: Segment) => {
    const place = Number(cursor ?? 0)
    const member = { id: `m-${place}`, ...NOT_ASKED, sums: SUMS, ...more }
    return { members: [member], unreadable: [], next: place + 1 < pages ? String(place + 1) : null }
  }
}

test('a message that is no work is brought again, and kept apart in the end', async () => {
  const nonsense = [
    '',
    'null',
    '{"kind":"hour"}',
    '{"kind":"segment","month":"2026-05"}',
    '{"kind":"year"}',
    '{"kind":"plan"}',
  ]
  expect((await doneWith(nonsense)).again).toHaveLength(nonsense.length)
})
