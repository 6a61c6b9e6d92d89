import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { eventEntry } from '#http/event-entry.ts'
import { keyOf, settings } from '#http/settings.ts'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { monthOf } from '#program/zone.ts'
import { entryColumns } from './entry-columns.ts'
import { type Kept, keepRecords, type StreamRecord } from './keep-records.ts'

const env = settings(process.env, 'TABLE_NAME', 'ENTRIES_BUCKET', 'PSEUDONYM_KEY')
const ledger = openLedger({ client: connect(), table: env.TABLE_NAME, now: Date.now })
const pseudonym = pseudonymOf(keyOf('PSEUDONYM_KEY', env.PSEUDONYM_KEY))
const s3 = new S3Client()

interface StreamBatch {
  readonly Records: readonly StreamRecord[]
}

/** Keeps what the ledger's stream brings as files for questions in SQL. */
export const handler = eventEntry<StreamBatch, Kept>('analytics', async ({ Records }, { report, count }) => {
  const { rules } = await ledger.program()
  const zone = rules[0]?.timeZone ?? 'UTC'
  return keepRecords(Records, {
    columns: entryColumns({ pseudonym, monthOf: (instant) => monthOf(instant, zone) }),
    put: (name, bytes) => s3.send(new PutObjectCommand({ Bucket: env.ENTRIES_BUCKET, Key: name, Body: bytes })),
    report: (error) => report('Entries that could not be kept', error),
    count,
  })
})
