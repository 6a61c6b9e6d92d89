import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PublicationRecord } from '#ledger/press.ts'
import { startEffectTimer } from '#local/effect-timer.ts'
import { OTHER_EDITION } from '../publisher/programs.ts'

const record = (edition: number, effectiveFrom: string): PublicationRecord => ({
  edition: { ...OTHER_EDITION, edition, effectiveFrom },
  withdrawnAt: null,
})
const MINUTE = 60_000
/** A month begins in Tokyo. */
const TURN = Date.parse('2026-06-30T15:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: TURN - 2 * MINUTE - 1 })
})
afterEach(() => {
  vi.useRealTimers()
})

function started(records: PublicationRecord[]) {
  const refreshed: number[] = []
  const failures: unknown[] = []
  const stop = startEffectTimer({
    ...{ publications: async () => records, now: Date.now },
    refresh: async () => refreshed.push(Date.now()),
    report: (error) => failures.push(error),
  })
  return { refreshed, failures, stop }
}

test('the pages of an edition are served from the minute in which it takes effect, once', async () => {
  const { refreshed, stop } = started([record(1, '2026-01'), record(2, '2026-07')])
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(refreshed).toEqual([])
  await vi.advanceTimersByTimeAsync(5 * MINUTE)
  expect(refreshed).toEqual([TURN + MINUTE - 1])
  await stop()
})

test('also of one that was published ten minutes before, and what others publish is served within a minute', async () => {
  const records = [record(1, '2026-01')]
  const { refreshed, stop } = started(records)
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(refreshed).toEqual([])
  records.push(record(2, '2026-07'))
  await vi.advanceTimersByTimeAsync(3 * MINUTE)
  expect(refreshed).toEqual([TURN - 1, TURN + MINUTE - 1])
  await stop()
})

test('a failure is reported, and tried again a minute later', async () => {
  const records = [record(1, '2026-01'), record(2, '2026-07')]
  let isBroken = true
  const tried: number[] = []
  const failures: unknown[] = []
  const stop = startEffectTimer({
    ...{ publications: async () => records, now: Date.now, report: (error) => failures.push(error) },
    refresh: async () => {
      tried.push(Date.now())
      if (isBroken) throw new Error('no ink')
    },
  })
  await vi.advanceTimersByTimeAsync(3 * MINUTE)
  isBroken = false
  await vi.advanceTimersByTimeAsync(5 * MINUTE)
  expect([tried.length, failures.length]).toEqual([2, 1])
  await stop()
})

test('nothing goes on once it is stopped', async () => {
  const { refreshed, stop } = started([record(1, '2026-01'), record(2, '2026-07')])
  await stop()
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(refreshed).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
