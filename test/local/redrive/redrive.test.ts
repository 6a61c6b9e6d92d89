import { describe, expect, test, vi } from 'vitest'
import type { StreamRecord } from '#herald/member-write.ts'
import { tellWrites } from '#herald/tell-writes.ts'
import type { TierChange } from '#herald/tier-change.ts'
import type { StageThere } from '#local/aws/stage-there.ts'
import { lookAt, sendAgain } from '#local/redrive/send-again.ts'
import { RULES } from '../../herald/small-program.ts'
import { purchase } from '../../ledger/events.ts'
import { type Answers, AwsError, fakeAws } from '../aws/fake-aws.ts'
import { OUTPUTS } from '../aws/told-stack.ts'
import { QueuesThere } from './queues-there.ts'
import { streamedLedger } from './streamed-ledger.ts'

const FUNCTION = 'arn:aws:lambda:eu-west-2:1:function:follower'

/** The stage as `stageThere` finds it, with its queues on this machine: the SDK goes to where their addresses lead. */
function there(): StageThere {
  const queues = { NotKept: 'not-kept', NotTold: 'not-told', NotDone: 'not-done', TurnWork: 'turn-work' }
  const here = Object.entries(queues).map(([name, queue]) => [name, `${process.env.AWS_ENDPOINT_URL}/1/${queue}`])
  return {
    ...{ stage: 'prod', region: 'eu-west-2', table: 'cleartier' },
    outputs: { ...OUTPUTS, ...Object.fromEntries(here) },
    setting: () => Promise.reject(new Error('Nobody asks for settings here.')),
  }
}

/** What Lambda puts down of a batch; the shard and the numbers are those of the stream. */
const deadLetter = (streamArn: string, shardId: string, from?: string, to = from, functionArn = `${FUNCTION}:live`) =>
  JSON.stringify({
    requestContext: { requestId: 'r', functionArn, condition: 'RetryAttemptsExhausted', approximateInvokeCount: 11 },
    responseContext: { statusCode: 200, executedVersion: '3', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: '2026-05-01T12:00:00.000Z',
    DDBStreamBatchInfo: {
      ...{ shardId, streamArn, startSequenceNumber: from, endSequenceNumber: to, batchSize: 1 },
      approximateArrivalOfFirstRecord: '2026-05-01T09:00:00Z',
      approximateArrivalOfLastRecord: '2026-05-01T09:00:00Z',
    },
  })

/** A stage whose queues and functions are on this machine, with three members in its ledger who came to silver. */
async function stage(answers: Answers = {}) {
  const queues = new QueuesThere()
  const { ledger, endpoint, stream } = await streamedLedger()
  const called: { readonly name: string; readonly records: readonly StreamRecord[] }[] = []
  await fakeAws({
    ...queues.answers,
    Invoke: ({ name, Records }) => {
      called.push({ name: String(name), records: Records as StreamRecord[] })
      return { batchItemFailures: [] }
    },
    ...answers,
  })
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB_STREAMS', endpoint)
  for (const subject of ['m-1', 'm-2', 'm-3']) {
    await ledger.record([purchase(subject, { subject, time: Date.now() - 1_000, amountMinor: 10_000 })])
  }
  return { queues, called, ...(await stream()) }
}

describe('writes of which was not told whether a tier changed', () => {
  test('are brought to the function by its alias, as the stream would, and their letters are taken away', async () => {
    const { queues, called, streamArn, shardId, sequences } = await stage()
    queues.put('not-told', deadLetter(streamArn, shardId, sequences[0], sequences.at(-1), FUNCTION))
    const { lines, isLeft } = await sendAgain(there())
    expect(called.map(({ name }) => name)).toEqual([`${FUNCTION}:live`])
    const told: TierChange[] = []
    const tell = async (changes: readonly TierChange[]) => told.push(...changes)
    const options = {
      editions: RULES,
      tell,
      remind: async () => {},
      report: (error: unknown) => expect.unreachable(String(error)),
    }
    expect(await tellWrites(called[0]?.records ?? [], options)).toEqual({ batchItemFailures: [] })
    expect(told.map(({ member, to }) => `${member} ${to.id}`)).toEqual(['m-1 silver', 'm-2 silver', 'm-3 silver'])
    expect(lines).toContain('Writes of which was not told whether a tier changed: 1 message done')
    expect([isLeft, queues.in('not-told')]).toEqual([false, []])
  })

  test('are none but those that the letter names', async () => {
    const { queues, called, streamArn, shardId, sequences } = await stage()
    queues.put('not-told', deadLetter(streamArn, shardId, sequences[1], sequences[2]))
    await sendAgain(there())
    const [call] = called
    expect(call?.records.map(({ dynamodb }) => dynamodb.SequenceNumber)).toEqual(sequences.slice(1, 3))
  })

  test('stay, and are said to, when the function fails at them again', async () => {
    const Invoke = ({ Records }: Readonly<Record<string, unknown>>) => {
      const [first] = Records as StreamRecord[]
      return { batchItemFailures: [{ itemIdentifier: first?.dynamodb.SequenceNumber }] }
    }
    const { queues, streamArn, shardId, sequences } = await stage({ Invoke })
    const letter = deadLetter(streamArn, shardId, sequences[0])
    queues.put('not-told', letter)
    const { lines, isLeft } = await sendAgain(there())
    expect(lines.join('\n')).toContain('1 message failed again; the log of the function says why.')
    expect([isLeft, queues.in('not-told')]).toEqual([true, [letter]])
  })

  test('of which the stream knows nothing any more stay, and what to do is said', async () => {
    const { queues, called, streamArn, sequences } = await stage()
    const letter = deadLetter(streamArn, 'shardId-00000000000000000001-gone', sequences[0])
    queues.put('not-told', letter)
    queues.put('not-kept', letter)
    const { lines, isLeft } = await sendAgain(there())
    expect(lines.join('\n')).toMatch(/older than the stream, which keeps a day\. They are in the ledger/)
    expect(lines.join('\n')).toMatch(/asks for the standings anew/)
    expect([isLeft, called, queues.in('not-told'), queues.in('not-kept')]).toEqual([true, [], [letter], [letter]])
  })

  test('that nobody can read stay, and are said to', async () => {
    const { queues } = await stage()
    const nonsense = ['', 'null', '{}', '{"DDBStreamBatchInfo":{}}']
    queues.put('not-told', ...nonsense)
    const { lines, isLeft } = await sendAgain(there())
    expect(lines).toContain('  4 messages not written by Lambda. Look at them in the console.')
    expect([isLeft, queues.in('not-told')]).toEqual([true, nonsense])
  })

  test('are all tried, however many there are', async () => {
    const { queues, called, streamArn, shardId, sequences } = await stage()
    queues.put('not-told', ...Array.from({ length: 25 }, () => deadLetter(streamArn, shardId, sequences[0])))
    expect((await sendAgain(there())).isLeft).toBe(false)
    expect([called.length, queues.in('not-told')]).toEqual([25, []])
  })

  test('are not left hidden when AWS refuses something half-way', async () => {
    const Invoke = () => {
      throw new AwsError('AccessDeniedException', 'No.', 403)
    }
    const { queues, streamArn, shardId, sequences } = await stage({ Invoke })
    const letter = deadLetter(streamArn, shardId, sequences[0])
    queues.put('not-told', letter, letter)
    await expect(sendAgain(there())).rejects.toThrow('No.')
    expect(queues.in('not-told')).toEqual([letter, letter])
  })
})

test('parts of the turn of a month go back to the queue of work', async () => {
  const { queues } = await stage()
  queues.put('not-done', 'one', 'two')
  const { lines } = await sendAgain(there())
  expect(queues.in('turn-work')).toEqual(['one', 'two'])
  expect(lines.join('\n')).toMatch(/Parts of the turn .*: 2 messages on the way back\./)
})

test('looking says how many there are and how old they are, and changes nothing', async () => {
  const { queues, called, streamArn, shardId, sequences } = await stage()
  const letters = Array.from({ length: 12 }, () => deadLetter(streamArn, shardId, sequences[0]))
  queues.put('not-told', ...letters)
  const { lines, isLeft } = await lookAt(there(), Date.UTC(2026, 4, 1, 14))
  expect(lines).toEqual([
    'Entries that were not kept as files: none',
    'Writes of which was not told whether a tier changed: 12 messages, one of them 5 h old',
    'Parts of the turn of a month that were not done: none',
  ])
  expect([isLeft, called, queues.in('not-told')]).toEqual([false, [], letters])
})
