import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { formatMonth, type Month } from '#program/month.ts'
import { entryFiles } from '../analytics/entry-files.ts'
import { monthsWithEntries } from '../analytics/months-with-entries.ts'
import type { StageThere } from '../aws/stage-there.ts'
import { booksHere } from '../books-here.ts'
import { SetupFault } from '../setup-fault.ts'

/**
 * Puts all entries of a month of booking into one file beside those that the stream made of it; a row that is there twice is
 * the same in both, and questions count it once. Throws {@link SetupFault} for a month without entries.
 */
export async function filesAnew({ stage, region, outputs }: StageThere, month: Month): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-files-'))
  const { ledger, books, pseudonym, close } = await booksHere({ STAGE: stage }, console.error)
  try {
    const { timeZone } = await monthsWithEntries(ledger, Date.now)
    await entryFiles({ folder, books, timeZone, pseudonym, now: Date.now }).write(month)
    const period = `entries/period=${formatMonth(month)}`
    const Body = await readFile(join(folder, period, 'entries.parquet')).catch(() => {
      throw new SetupFault(`Nothing was booked in ${formatMonth(month)}, so there is no file to make.`)
    })
    const [Bucket, Key] = [outputs.EntriesBucket, `${period}/whole.parquet`]
    await new S3Client({ region }).send(new PutObjectCommand({ Bucket, Key, Body }))
    return `s3://${Bucket}/${Key}`
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}
