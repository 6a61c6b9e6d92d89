import { Logger } from '@aws-lambda-powertools/logger'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { PATIENCE } from '#ledger/patience.ts'
import { openProgramBook } from '#ledger/program-book.ts'
import type { StreamRecord } from './member-write.ts'
import { tellBus } from './tell.ts'
import { type Told, tellWrites } from './tell-writes.ts'

/** TIER_CHANGES is the name or the ARN of the event bus that is told. */
const env = settings(process.env, 'TABLE_NAME', 'TIER_CHANGES')
const logger = new Logger({ serviceName: 'herald' })
const book = openProgramBook(connect(), env.TABLE_NAME, Date.now)
const report = (error: unknown) => logger.error('A change of tier that could not be told', { error })
const tell = tellBus({ client: new EventBridgeClient(), bus: env.TIER_CHANGES, patience: PATIENCE, report })

/** Tells of tiers that changed by what the ledger's stream brings. Records are never logged: they are personal. */
export async function handler(event: { readonly Records: readonly StreamRecord[] }, _context: unknown): Promise<Told> {
  const { rules } = await book.program()
  return tellWrites(event.Records, { editions: rules, tell, report })
}
