import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { SQSClient } from '@aws-sdk/client-sqs'
import { eventEntry } from '#http/event-entry.ts'
import { settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { membersPage } from '#ledger/members-page.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { PATIENCE } from '#ledger/patience.ts'
import { monthOf } from '#program/zone.ts'
import { type Done, doMessages, type Messages } from './do-messages.ts'
import { remindBySchedule } from './remind.ts'
import { tellBus } from './tell.ts'
import { sendWork } from './work-queue.ts'

const REMINDERS = ['REMINDER_GROUP', 'REMINDER_ROLE', 'WORK_QUEUE', 'WORK_QUEUE_ARN'] as const
/** TIER_CHANGES is the name or the ARN of the event bus that is told, WORK_QUEUE the address of the queue of what is to do. */
const env = settings(process.env, 'TABLE_NAME', 'TIER_CHANGES', ...REMINDERS)
const database = { client: connect(), table: env.TABLE_NAME, patience: PATIENCE }
const ledger = openLedger({ ...database, now: Date.now })
const client = new EventBridgeClient()
const sqs = new SQSClient()
const send = sendWork(sqs, env.WORK_QUEUE)
/** Schedules are made no faster than the account may; where many plans come at once, this waits. */
const PATIENT = 8
const remind = remindBySchedule({
  ...{ scheduler: new SchedulerClient({ maxAttempts: PATIENT }), sqs, now: Date.now },
  ...{ group: env.REMINDER_GROUP, role: env.REMINDER_ROLE, queueUrl: env.WORK_QUEUE, queueArn: env.WORK_QUEUE_ARN },
})
/** A page takes a minute at most, where all in it have plans; what is left is put into the queue before the function is ended. */
const ENOUGH_MS = 90_000

/**
 * Tells of tiers that changed with nothing written: by the turn of a month, and by plans. The queue brings an hour every
 * hour, because the hour in which a month begins depends on the program's zone, then the segments into which that hour cuts
 * the ledger, and members of whom a plan begins or ends.
 */
export const handler = eventEntry<Messages, Done>('herald', async ({ Records }, { report, count, remainingMs }) => {
  const { rules } = await ledger.program()
  const timeZone = rules[0]?.timeZone ?? 'UTC'
  const reader = { ...database, monthOf: (time: number) => monthOf(time, timeZone) }
  const say = (error: unknown) => report('What was to be looked at and could not be', error)
  return doMessages(Records, {
    ...{ editions: rules, send, remind, report: say },
    tell: tellBus({ client, bus: env.TIER_CHANGES, patience: PATIENCE, report: say, count }),
    member: (id) => ledger.member(id),
    page: (segment) => membersPage(reader, segment),
    hasTime: () => remainingMs() > ENOUGH_MS,
  })
})
