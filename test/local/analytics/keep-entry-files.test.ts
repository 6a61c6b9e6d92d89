import { afterEach, expect, test, vi } from 'vitest'
import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { EntryFiles } from '#local/analytics/entry-files.ts'
import { keepEntryFiles } from '#local/analytics/keep-entry-files.ts'

/** Files that only remember which months were written, kept since month 1 while it is month 4; months 1 and 2 are whole. */
function kept(over: Partial<EntryFiles> = {}) {
  vi.useFakeTimers()
  const written: number[] = []
  const told: unknown[] = []
  const clock = { month: 4 }
  const files: EntryFiles = {
    write: async (month) => void written.push(month),
    isWhole: async (month) => month <= 2,
    ...over,
  }
  const keeper = keepEntryFiles({
    files,
    currentMonth: () => clock.month,
    since: 1,
    report: (error) => told.push(error),
  })
  const record = async () => ['recorded'] as const
  const doors = keeper.watching({ record } as unknown as Ledger, {} as Books)
  return { keeper, written, told, clock, record: () => doors.ledger.record([]) }
}

afterEach(() => {
  vi.useRealTimers()
})

const settled = () => vi.advanceTimersByTimeAsync(2_000)

test('at the start every month is written that something could still be missing from', async () => {
  const { written, keeper } = kept()
  await settled()
  expect(written).toEqual([3, 4])
  await keeper.stop()
})

test('a month is written again soon after something was recorded, once for all of a moment', async () => {
  const { written, record, keeper } = kept()
  await settled()
  expect(await record()).toEqual(['recorded'])
  await record()
  expect(written).toEqual([3, 4])
  await settled()
  expect(written).toEqual([3, 4, 4])
  await keeper.stop()
})

test('what is recorded while a month ends gets into the files of both', async () => {
  const { written, record, clock, keeper } = kept()
  await settled()
  const recording = record()
  clock.month = 5
  await recording
  await settled()
  expect(written).toEqual([3, 4, 4, 5])
  await keeper.stop()
})

test('a file that cannot be written is told, and tried again with the next entry', async () => {
  let isFull = true
  const written: number[] = []
  const { record, told, keeper } = kept({
    write: async (month) => {
      if (isFull) throw new Error('The disk is full.')
      written.push(month)
    },
  })
  await settled()
  expect(told).toHaveLength(2)
  isFull = false
  await record()
  await settled()
  expect(written).toEqual([4])
  await keeper.stop()
})

test('after the end nothing is waiting, and nothing goes on', async () => {
  const { written, record, keeper } = kept()
  await settled()
  await record()
  await keeper.stop()
  expect(written).toEqual([3, 4, 4])
  await record()
  await settled()
  expect(written).toEqual([3, 4, 4])
  expect(vi.getTimerCount()).toBe(0)
})
