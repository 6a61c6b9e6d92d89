import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { refreshEntryFiles } from '#local/analytics/refresh-entry-files.ts'
import { parseMonth } from '#program/month.ts'
import { eachOf } from '../../finance/export/exported.ts'
import { bought, program } from '../../ledger/seal/booked-months.ts'

test('what a command booked is in the files at once, also when the month turned meanwhile', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cleartier-refresh-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  const months = ['2026-04', '2026-05', '2026-06'].map(parseMonth)
  const books = { booked: (month: number) => eachOf(months.includes(month) ? [bought(1)] : []) }
  await refreshEntryFiles({
    ...{ dataDir, books, ledger: { program: async () => program }, pseudonym: (member) => member },
    // The last second of May in London, and the first of June.
    ...{ since: Date.UTC(2026, 4, 31, 22, 59, 59), now: () => Date.UTC(2026, 4, 31, 23) },
  })
  expect((await readdir(join(dataDir, 'analytics', 'entries'))).toSorted()).toEqual([
    'period=2026-05',
    'period=2026-06',
  ])
})
