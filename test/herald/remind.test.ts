import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { expect, test, vi } from 'vitest'
import { remindBySchedule } from '#herald/remind.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const MINUTE_MS = 60_000
const offline = { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

/** Reminds without AWS: what it would be sent, in order. */
function reminding(answer: () => Promise<object> = async () => ({})) {
  const sent: unknown[] = []
  const [scheduler, sqs] = [new SchedulerClient(offline), new SQSClient(offline)]
  vi.spyOn(scheduler, 'send').mockImplementation(async (command: unknown) => {
    sent.push(command)
    return answer()
  })
  vi.spyOn(sqs, 'send').mockImplementation(async (command: unknown) => void sent.push(command))
  const places = { group: 'plans', role: 'arn:role', queueUrl: 'https://queue', queueArn: 'arn:queue' }
  return { remind: remindBySchedule({ scheduler, sqs, ...places, now: () => NOW }), sent }
}

const inputOf = (command: unknown) => (command instanceof CreateScheduleCommand ? command.input : undefined)
const messageOf = (command: unknown) => (command instanceof SendMessageCommand ? command.input : undefined)

test('a plan that ends in months makes a schedule of a single time, which goes when it was done', async () => {
  const { remind, sent } = reminding()
  const at = Date.UTC(2026, 8, 20, 9, 30, 0, 500)
  await remind({ member: 'm-1', at })
  expect(sent.map(inputOf)).toEqual([
    {
      ...{ Name: expect.stringMatching(/^[0-9a-f]{48}$/), GroupName: 'plans', ActionAfterCompletion: 'DELETE' },
      // Schedules know seconds, and nothing may be looked at before it happened.
      ScheduleExpression: 'at(2026-09-20T09:30:01)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        ...{ Arn: 'arn:queue', RoleArn: 'arn:role' },
        Input: JSON.stringify({ kind: 'plan', member: 'm-1', at: '2026-09-20T09:30:00.500Z' }),
      },
    },
  ])
})

test('the same reminder has the same name, and one that is there already is no failure', async () => {
  const there = () => Promise.reject(new ConflictException({ message: 'It is there.', Message: '', $metadata: {} }))
  const { remind, sent } = reminding(there)
  const reminder = { member: 'm-1', at: NOW + 60 * MINUTE_MS }
  await remind(reminder)
  await remind(reminder)
  await remind({ ...reminder, member: 'm-2' })
  const names = sent.map((command) => inputOf(command)?.Name)
  expect([names[0] === names[1], names[0] === names[2]]).toEqual([true, false])
})

test('a scheduler that does not answer is told of', async () => {
  const { remind } = reminding(() => Promise.reject(new Error('No answer.')))
  await expect(remind({ member: 'm-1', at: NOW + 60 * MINUTE_MS })).rejects.toThrow('No answer.')
})

test.each([
  ['in fifteen minutes', 15 * MINUTE_MS, 900],
  ['in a moment', 1, 1],
  ['when it is past, because records came late', -3 * MINUTE_MS, 0],
])('a plan that ends %s is put into the queue, which holds it back so long', async (_, ahead, DelaySeconds) => {
  const { remind, sent } = reminding()
  await remind({ member: 'm-1', at: NOW + ahead })
  expect(sent.map(messageOf)).toMatchObject([{ QueueUrl: 'https://queue', DelaySeconds }])
})
