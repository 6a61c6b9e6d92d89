import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SQSClient } from '@aws-sdk/client-sqs'
import { SingleBar } from 'cli-progress'
import type { StageThere } from '../aws/stage-there.ts'
import { openDeadLetters } from './dead-letters.ts'
import { failedBatchIn } from './failed-batch.ts'
import { moveBack } from './move-back.ts'
import { type StageQueue, stageQueues } from './stage-queues.ts'
import { type StreamAgain, streamAgain } from './stream-again.ts'

/** What is told of the queues of a stage, line by line, and whether something could not be sent again. */
export interface QueuesTold {
  readonly lines: readonly string[]
  readonly isLeft: boolean
}

const HOUR_MS = 3_600_000
/** A shard is read five times a second at most, and the functions read it too. */
const PATIENT = 10

/** Says what lies in the dead-letter queues of a stage. What is looked at stays where it is. */
export async function lookAt({ stage, region, outputs }: StageThere, now: number): Promise<QueuesTold> {
  const client = new SQSClient({ region })
  const lines: string[] = []
  for (const { url, title } of stageQueues(stage, outputs)) {
    const letters = openDeadLetters(client, url)
    const count = await letters.count()
    const some = count > 0 ? await letters.take() : []
    await letters.putBack(some)
    const oldest = Math.min(...some.map(({ text, sentAt }) => failedBatchIn(text)?.writtenAt || sentAt))
    lines.push(`${title}: ${count === 0 ? 'none' : `${countOf(count)}, ${ageOf(now - oldest)}`}`)
  }
  return { lines, isLeft: false }
}

/** Sends what lies in the dead-letter queues of a stage again, and says what became of it. */
export async function sendAgain({ stage, region, outputs }: StageThere): Promise<QueuesTold> {
  const sqs = new SQSClient({ region })
  const clients = {
    streams: new DynamoDBStreamsClient({ region, maxAttempts: PATIENT }),
    lambda: new LambdaClient({ region }),
  }
  const lines: string[] = []
  let isLeft = false
  for (const queue of stageQueues(stage, outputs)) {
    const letters = openDeadLetters(sqs, queue.url)
    const count = await letters.count()
    if (count === 0) lines.push(`${queue.title}: none`)
    else if (queue.kind === 'work') {
      await moveBack(sqs, queue.url, outputs.TurnWork)
      lines.push(`${queue.title}: ${countOf(count)} on the way back. ${queue.whenGone}, if that does not help.`)
    } else {
      const again = await withBar(queue.title, count, (onProgress) => streamAgain(letters, { ...clients, onProgress }))
      lines.push(...fatesOf(queue, again))
      isLeft ||= again.failed + again.gone + again.strange > 0
    }
  }
  return { lines, isLeft }
}

function fatesOf({ title, whenGone }: StageQueue, { done, failed, gone, strange }: StreamAgain): string[] {
  return [
    `${title}: ${countOf(done)} done`,
    ...(failed > 0
      ? [`  ${countOf(failed)} failed again; the log of the function says why. They stay in the queue.`]
      : []),
    ...(gone > 0 ? [`  ${countOf(gone)} older than the stream, which keeps a day. ${whenGone}`] : []),
    ...(strange > 0 ? [`  ${countOf(strange)} not written by Lambda. Look at them in the console.`] : []),
  ]
}

async function withBar<T>(title: string, total: number, work: (onProgress: (done: number) => void) => Promise<T>) {
  const bar = process.stdout.isTTY ? new SingleBar({ format: `${title} [{bar}] {value} of {total}` }) : undefined
  bar?.start(total, 0)
  try {
    return await work((done) => bar?.update(done))
  } finally {
    bar?.stop()
  }
}

const countOf = (count: number) => `${count} ${count === 1 ? 'message' : 'messages'}`

/** Queues are not in order: the oldest of the few that were looked at may not be the oldest of all. */
function ageOf(age: number): string {
  if (!Number.isFinite(age)) return 'being worked on by somebody'
  if (age < HOUR_MS) return 'one of them less than an hour old'
  return age < 48 * HOUR_MS
    ? `one of them ${Math.floor(age / HOUR_MS)} h old`
    : `one of them ${Math.floor(age / (24 * HOUR_MS))} days old`
}
