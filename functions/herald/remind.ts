import { createHash } from 'node:crypto'
import { ConflictException, CreateScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler'
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { formatInstant } from '#http/instant.ts'
import type { Work } from './work.ts'

/** A member whose tier is to be looked at again at an instant (epoch milliseconds). */
export interface Reminder {
  readonly member: string
  readonly at: number
}

/** Sees to it that a reminder comes back as work; once, however often it is asked for. */
export type Remind = (reminder: Reminder) => Promise<void>

export interface RemindOptions {
  readonly scheduler: SchedulerClient
  readonly sqs: SQSClient
  /** Name of the group that the schedules are in. */
  readonly group: string
  /** ARN of the role in which the scheduler puts work into the queue. */
  readonly role: string
  readonly queueUrl: string
  readonly queueArn: string
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** A queue holds messages back for 15 minutes at the most; a schedule has to lie ahead when it is made. */
const SOON_MS = 15 * 60_000

/** Reminds by a schedule that goes when it was done, and for what is near, or past already, by the queue itself. */
export function remindBySchedule(options: RemindOptions): Remind {
  const { scheduler, sqs, group, role, queueUrl, queueArn, now } = options
  return async ({ member, at }) => {
    const Input = JSON.stringify({ kind: 'plan', member, at: formatInstant(at) } satisfies Work)
    const ahead = at - now()
    if (ahead <= SOON_MS) {
      const DelaySeconds = Math.max(0, Math.ceil(ahead / 1_000))
      await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: Input, DelaySeconds }))
      return
    }
    const schedule = new CreateScheduleCommand({
      ...{ Name: nameOf(member, at), GroupName: group, ActionAfterCompletion: 'DELETE' },
      // To the second, and never before: the instant itself is in the message.
      ScheduleExpression: `at(${new Date(Math.ceil(at / 1_000) * 1_000).toISOString().slice(0, 19)})`,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: queueArn, RoleArn: role, Input },
    })
    await scheduler.send(schedule).catch(unlessThere)
  }
}

/** The same member and instant make the same name, so that there is one schedule, and nobody's id can be read in it. */
const nameOf = (member: string, at: number) =>
  createHash('sha256')
    .update(JSON.stringify([member, at]))
    .digest('hex')
    .slice(0, 48)

function unlessThere(error: unknown): void {
  if (!(error instanceof ConflictException)) throw error
}
