import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { eventEntry } from '#http/event-entry.ts'
import { settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { PATIENCE } from '#ledger/patience.ts'
import { openProgramBook } from '#ledger/program-book.ts'
import type { StreamRecord } from './member-write.ts'
import { tellBus } from './tell.ts'
import { type Told, tellWrites } from './tell-writes.ts'

/** TIER_CHANGES is the name or the ARN of the event bus that is told. */
const env = settings(process.env, 'TABLE_NAME', 'TIER_CHANGES')
const book = openProgramBook(connect(), env.TABLE_NAME, Date.now)
const client = new EventBridgeClient()

interface StreamBatch {
  readonly Records: readonly StreamRecord[]
}

/** Tells of tiers that changed by what the ledger's stream brings. */
export const handler = eventEntry<StreamBatch, Told>('herald', async ({ Records }, { report, count }) => {
  const { rules } = await book.program()
  const say = (error: unknown) => report('Changes of tier that could not be told', error)
  const tell = tellBus({ client, bus: env.TIER_CHANGES, patience: PATIENCE, report: say, count })
  return tellWrites(Records, { editions: rules, tell, report: say })
})
