import { afterEach, expect, test, vi } from 'vitest'
import { publishDemoProgram } from '#local/demo-program.ts'
import { startBus } from '../herald/bus-server.ts'
import { memberItem, record } from '../herald/member-records.ts'
import { purchase } from '../ledger/events.ts'
import { freshLedger } from '../ledger/fresh-ledger.ts'
import { bundled } from './bundled.ts'
import { lambdaContext } from './gateway-event.ts'
import { stubSettings } from './stub-settings.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** A ledger with the demo shop's program, and a bus, as the herald's functions find them. */
async function shop() {
  const { ledger, table } = await freshLedger()
  await publishDemoProgram(ledger)
  const bus = await startBus()
  const WORK_QUEUE = 'https://sqs.eu-west-2.amazonaws.com/123456789012/work'
  const reminders = { REMINDER_GROUP: 'plans', REMINDER_ROLE: 'arn:role', WORK_QUEUE_ARN: 'arn:queue' }
  stubSettings({
    TABLE_NAME: table,
    TIER_CHANGES: 'changes',
    WORK_QUEUE,
    ...reminders,
    AWS_ENDPOINT_URL_EVENTBRIDGE: bus.endpoint,
  })
  return { ledger, bus }
}

const NEEDED = ['TABLE_NAME', 'TIER_CHANGES', 'REMINDER_GROUP', 'REMINDER_ROLE', 'WORK_QUEUE', 'WORK_QUEUE_ARN']

test.each(['herald', 'herald/month-lambda'] as const)(
  '%s does not start without its settings, and names all that are missing',
  async (entry) => {
    stubSettings(Object.fromEntries(NEEDED.map((name) => [name, ''])))
    const start = bundled(entry)
    await expect(start).rejects.toThrow(`The function cannot start. Set ${NEEDED.join(', ')} in its environment.`)
  },
)

test('the herald tells the bus of a member whose purchase came to a tier', async () => {
  const { bus } = await shop()
  const handler = await bundled('herald')
  const event = { Records: [record(1, 'm-1', undefined, memberItem('m-1', 1_000_000))] }
  expect(await handler(event, lambdaContext)).toEqual({ batchItemFailures: [] })
  expect(bus.taken).toMatchObject([{ member: 'm-1', because: 'activity', direction: 'rose' }])
})

test('the herald looks at everybody in a segment, and brings back what is no work', async () => {
  const { ledger, bus } = await shop()
  await ledger.record([purchase('a', { amountMinor: 1_000_000, time: Date.UTC(2020, 0, 10) })])
  const handler = await bundled('herald/month-lambda')
  const segment = { kind: 'segment', month: '2021-02', number: 0, of: 1, cursor: null }
  const Records = [
    { messageId: 'one', body: JSON.stringify(segment) },
    { messageId: 'two', body: 'nonsense' },
  ]
  expect(await handler({ Records }, lambdaContext)).toEqual({ batchItemFailures: [{ itemIdentifier: 'two' }] })
  expect(bus.taken).toMatchObject([{ because: 'month', direction: 'fell', at: '2021-02-01T00:00:00Z' }])
})
