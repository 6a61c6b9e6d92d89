import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { monthOf } from '#program/zone.ts'
import { derive } from './derived.ts'
import { type Difference, differencesIn, misfolded } from './difference.ts'
import { repair } from './repair.ts'
import { surveyTable } from './survey.ts'

export interface RebuildOptions {
  readonly client: DynamoDBClient
  readonly table: string
  /** The program's. */
  readonly timeZone: string
  /** Whether differences are put right. */
  readonly repair: boolean
  /** Is told how many items have been read so far. */
  readonly onProgress?: (items: number) => void
}

export interface RebuildReport {
  readonly members: number
  readonly entries: number
  readonly differences: readonly Difference[]
  /** Members whose rebuilt sums are not the fold of their entries: a mistake in the ledger, never in the data. */
  readonly misfolded: readonly string[]
  /** How many differences a repair left, because something was recorded there meanwhile. */
  readonly leftAlone: number
}

/**
 * Works out all derived state from the entries alone and compares it with what is stored: members' sums, what refunds took
 * of their purchases, addresses, what perks were used and what that cost (trust.md, I14). It reads the table piece by piece, so while events are being recorded it
 * can see a difference that is none a moment later; a repair never undoes anything recorded meanwhile.
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildReport> {
  const { client, table, timeZone } = options
  const inZone = (time: number) => monthOf(time, timeZone)
  const survey = await surveyTable(client, table, options.onProgress ?? (() => {}))
  const derived = derive(survey, timeZone, inZone)
  const differences = differencesIn(survey, derived)
  const wrong = misfolded(survey, derived, timeZone, inZone)
  const repairs = options.repair && wrong.length === 0
  return {
    members: derived.members.size,
    entries: survey.entries.size,
    differences,
    misfolded: wrong,
    leftAlone: repairs ? await repair(client, table, survey, differences) : 0,
  }
}
