import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventEntry } from '#http/event-entry.ts'
import { lambdaContext } from '../lambda/gateway-event.ts'

const NAME = 'Priya Ramanathan'
const written: string[] = []

beforeEach(() => {
  written.length = 0
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'Cleartier-test')
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0)
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const logged = () =>
  written
    .join('')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

describe('a room that is called by events', () => {
  test('counts what it did, once for each call, and writes nothing where there was nothing', async () => {
    const handler = eventEntry<number, void>('analytics', async (times, { count }) => count('entriesKept', times))
    for (const times of [3, 0, 2]) await handler(times, lambdaContext)
    expect(logged()).toMatchObject([
      { service: 'analytics', entriesKept: 3 },
      { service: 'analytics', entriesKept: 2 },
    ])
  })

  test('fails without saying what an error quotes, and counts what was done before', async () => {
    const handler = eventEntry<string, void>('herald', async (name, { count }) => {
      count('tierChangesTold')
      throw new TypeError(`${name} is no number.`)
    })
    await expect(handler(NAME, lambdaContext)).rejects.toThrow(/^The call failed; the line before says where\.$/)
    expect(logged()).toMatchObject([{ level: 'ERROR', error: { name: 'TypeError' } }, { tierChangesTold: 1 }])
    expect(written.join('')).not.toContain(NAME)
  })

  test('passes on as it is what is meant for the caller', async () => {
    const fault = new RangeError('There is no edition 9. Publish it first.')
    const handler = eventEntry(
      'publisher',
      () => Promise.reject(fault),
      (error) => error === fault,
    )
    await expect(handler({}, lambdaContext)).rejects.toBe(fault)
    expect(written).toEqual([])
  })
})
