import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { SQSClient } from '@aws-sdk/client-sqs'
import { eventEntry } from '#http/event-entry.ts'
import { settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { PATIENCE } from '#ledger/patience.ts'
import { openProgramBook } from '#ledger/program-book.ts'
import type { StreamRecord } from './member-write.ts'
import { remindBySchedule } from './remind.ts'
import { tellBus } from './tell.ts'
import { type Told, tellWrites } from './tell-writes.ts'

const REMINDERS = ['REMINDER_GROUP', 'REMINDER_ROLE', 'WORK_QUEUE', 'WORK_QUEUE_ARN'] as const
/** TIER_CHANGES is the name or the ARN of the event bus that is told; the rest is what reminders are made with (`remind.ts`). */
const env = settings(process.env, 'TABLE_NAME', 'TIER_CHANGES', ...REMINDERS)
/** Schedules are made no faster than the account may; where many plans come at once, this waits. */
const PATIENT = 8
const book = openProgramBook(connect(), env.TABLE_NAME, Date.now)
const client = new EventBridgeClient()
const remind = remindBySchedule({
  ...{ scheduler: new SchedulerClient({ maxAttempts: PATIENT }), sqs: new SQSClient(), now: Date.now },
  ...{ group: env.REMINDER_GROUP, role: env.REMINDER_ROLE, queueUrl: env.WORK_QUEUE, queueArn: env.WORK_QUEUE_ARN },
})

interface StreamBatch {
  readonly Records: readonly StreamRecord[]
}

/** Tells of tiers that changed by what the ledger's stream brings. */
export const handler = eventEntry<StreamBatch, Told>('herald', async ({ Records }, { report, count }) => {
  const { rules } = await book.program()
  const say = (error: unknown) => report('Changes of tier that could not be told', error)
  const tell = tellBus({ client, bus: env.TIER_CHANGES, patience: PATIENCE, report: say, count })
  return tellWrites(Records, { editions: rules, tell, remind, report: say })
})
