import { Logger } from '@aws-lambda-powertools/logger'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SQSClient } from '@aws-sdk/client-sqs'
import { settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { membersPage } from '#ledger/members-page.ts'
import { PATIENCE } from '#ledger/patience.ts'
import { openProgramBook } from '#ledger/program-book.ts'
import { monthOf } from '#program/zone.ts'
import { tellBus } from './tell.ts'
import { turnMonth } from './turn-month.ts'
import { workIn } from './work.ts'
import { sendWork } from './work-queue.ts'

/** TIER_CHANGES is the name or the ARN of the event bus that is told, WORK_QUEUE the address of the queue of what is to do. */
const env = settings(process.env, 'TABLE_NAME', 'TIER_CHANGES', 'WORK_QUEUE')
const logger = new Logger({ serviceName: 'herald' })
const database = { client: connect(), table: env.TABLE_NAME, patience: PATIENCE }
const book = openProgramBook(database.client, env.TABLE_NAME, Date.now)
const report = (error: unknown) => logger.error('A change of tier that could not be told', { error })
const tell = tellBus({ client: new EventBridgeClient(), bus: env.TIER_CHANGES, patience: PATIENCE, report })
const send = sendWork(new SQSClient(), env.WORK_QUEUE)
/** A page takes seconds at most; what is left is put into the queue before the function is ended. */
const ENOUGH_MS = 45_000

interface Messages {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[]
}

/** Which messages are to be brought again; empty: all is done. */
interface Done {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[]
}

/**
 * Tells of tiers that changed by the turn of a month. The queue brings an hour every hour, because the hour in which a month
 * begins depends on the program's zone, and then the segments into which that hour cuts the ledger. Messages and members are
 * never logged.
 */
export async function handler(
  { Records }: Messages,
  context: { readonly getRemainingTimeInMillis: () => number },
): Promise<Done> {
  const { rules } = await book.program()
  const timeZone = rules[0]?.timeZone ?? 'UTC'
  const reader = { ...database, monthOf: (time: number) => monthOf(time, timeZone) }
  const failed: string[] = []
  for (const { messageId, body } of Records) {
    try {
      await turnMonth(workIn(body), {
        ...{ editions: rules, tell, send, report },
        page: (segment) => membersPage(reader, segment),
        hasTime: () => context.getRemainingTimeInMillis() > ENOUGH_MS,
      })
    } catch (error) {
      logger.error('A piece of the turn of a month that could not be done', { error })
      failed.push(messageId)
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}
