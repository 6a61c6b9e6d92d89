import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { entryColumns } from '#analytics/entry-columns.ts'
import { keepRecords, type StreamRecord } from '#analytics/keep-records.ts'
import type { Item } from '#ledger/keys.ts'
import { redemptionItem } from '#ledger/redemption-item.ts'
import { parseMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import { used } from '../local/sql/any-booked.ts'

const columns = entryColumns({ pseudonym: (member) => `p-${member}`, monthOf: (at) => monthOf(at, 'Europe/London') })

const record = (number: number, NewImage?: Item): StreamRecord => ({
  eventID: `event-${number}`,
  dynamodb: { SequenceNumber: String(number), ...(NewImage && { NewImage }) },
})

/** The item of a use. */
function useItem(number: number, day: string): Item {
  const booked = used(`r-${number}`, { day })
  if (booked.kind !== 'redemption') throw new Error('A use is a redemption.')
  return redemptionItem(booked.redemption, parseMonth(day.slice(0, 7)))
}

/** Keeps records, and says what came of it. */
async function keep(records: readonly StreamRecord[], failsFor = /^$/) {
  const files = new Map<string, Uint8Array>()
  const told: unknown[] = []
  const put = async (name: string, bytes: Uint8Array) => {
    if (failsFor.test(name)) throw new Error(`There is no room for ${name}.`)
    files.set(name, bytes)
  }
  const { batchItemFailures } = await keepRecords(records, { columns, put, report: (error) => told.push(error) })
  const read = (bytes: Uint8Array) => parquetReadObjects({ file: new Uint8Array(bytes).buffer })
  const rows = (await Promise.all([...files.values()].map(read))).flat()
  return { files, names: [...files.keys()], rows, told, again: batchItemFailures.map((one) => one.itemIdentifier) }
}

describe('entries that the stream brings', () => {
  test('are kept by the month in which they were booked, with pseudonyms', async () => {
    const { names, rows, again } = await keep([
      record(1, useItem(1, '2026-04-30')),
      record(2, useItem(2, '2026-05-01')),
      record(3, useItem(3, '2026-05-02')),
    ])
    expect(names.map((name) => name.replace(/[^/]+$/, ''))).toEqual([
      'entries/period=2026-04/',
      'entries/period=2026-05/',
    ])
    expect(rows.map(({ id, kind, member, cost_minor }) => [id, kind, member, Number(cost_minor)])).toEqual([
      ['r-1', 'use', 'p-m-1', 320],
      ['r-2', 'use', 'p-m-1', 320],
      ['r-3', 'use', 'p-m-1', 320],
    ])
    expect(again).toEqual([])
  })

  test('take the same place when they are delivered again', async () => {
    const records = [record(1, useItem(1, '2026-05-01')), record(2, useItem(2, '2026-05-02'))]
    const [once, twice] = [await keep(records), await keep(records)]
    expect(once.files).toEqual(twice.files)
    expect((await keep(records.slice(1))).names).not.toEqual(once.names)
  })

  test('are not mixed up with what is no entry, or was taken away', async () => {
    const member: Item = { pk: { S: 'member:m-1' }, sk: { S: '.' }, name: { S: 'Anna' } }
    const { files, again } = await keep([record(1, member), record(2)])
    expect([files.size, again]).toEqual([0, []])
  })

  test('are asked for again from the first that found no place', async () => {
    const records = [
      record(1, useItem(1, '2026-04-30')),
      record(2, useItem(2, '2026-05-01')),
      record(3, useItem(3, '2026-04-29')),
    ]
    const { names, again, told } = await keep(records, /period=2026-05/)
    expect(again).toEqual(['2'])
    expect(names).toHaveLength(1)
    expect(told).toHaveLength(1)
  })

  test('that cannot be read hold up those behind them, and none before', async () => {
    const broken: Item = { pk: { S: 'redemption:r-9' }, sk: { S: '.' }, period: { S: 'costs:2026-05.1' } }
    const { rows, again, told } = await keep([
      record(1, useItem(1, '2026-05-01')),
      record(2, broken),
      record(3, useItem(3, '2026-05-01')),
    ])
    expect(again).toEqual(['2'])
    expect(rows.map(({ id }) => id)).toEqual(['r-1'])
    expect(told).toHaveLength(1)
  })
})
