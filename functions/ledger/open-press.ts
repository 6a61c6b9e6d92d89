import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { draftEnd, draftWrite, readDraft, readDrafts } from './drafts.ts'
import { readMoved, readRun, runWrites } from './impact-runs.ts'
import { DRAFTS, EDITIONS, IMPACTS, STUDIO_LOG } from './keys.ts'
import { readCases } from './member-cases.ts'
import { PATIENCE, type Patience } from './patience.ts'
import type { Press } from './press.ts'
import { headWrite, publicationWrites, readHead, readPublications } from './publications.ts'
import { logWrite, readLog } from './studio-log.ts'
import { orBusy } from './transient.ts'
import { writeOnce } from './write-once.ts'

export interface PressOptions {
  readonly client: DynamoDBClient
  readonly table: string
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly patience?: Partial<Patience>
}

/** Opens the studio's door to the ledger. Costs nothing: the first call connects. */
export function openPress({ client, table, now, patience }: PressOptions): Press {
  const database = { client, table, patience: { ...PATIENCE, ...patience } }
  return {
    impacts: {
      run: (draft) => orBusy(readRun(client, table, draft)),
      saveRun: (run, seen, moved) => writeOnce(database, IMPACTS, (receipt) => runWrites(run, seen, moved, receipt)),
      moved: (run) => readMoved(client, table, run),
      cases: (cursor, since, timeZone) => readCases(database, cursor, since, timeZone),
    },
    drafts: () => orBusy(readDrafts(client, table)),
    draft: (id) => orBusy(readDraft(client, table, id)),
    save: (draft, seen, entry) =>
      writeOnce(database, DRAFTS, (receipt) => [draftWrite(draft, seen, receipt), logWrite(entry)]),
    discard: (id, version, entry) =>
      writeOnce(database, DRAFTS, (receipt) => [draftEnd({ id, version }, receipt), logWrite(entry)]),
    head: () => orBusy(readHead(client, table)),
    publish: (publication, seen, entry) =>
      writeOnce(database, EDITIONS, (receipt) => [
        ...publicationWrites(publication, now(), receipt),
        headWrite(seen),
        logWrite(entry),
      ]),
    publications: () => orBusy(readPublications(client, table)),
    note: async (entry) => {
      await writeOnce(database, STUDIO_LOG, () => [logWrite(entry)])
    },
    log: (page) => orBusy(readLog(client, table, page)),
  }
}
