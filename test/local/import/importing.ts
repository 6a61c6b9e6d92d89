import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { survey } from '#local/import/gatherings.ts'
import { type ImportOptions, importFile } from '#local/import/import-file.ts'
import { parseProfile } from '#local/import/profile.ts'
import { reportOf } from '#local/import/report.ts'
import { reportText } from '#local/import/report-text.ts'
import { memoryLedger } from './memory-ledger.ts'

export const NOW = Date.parse('2026-11-22T10:00:00Z')

/** Imports a file of this content by this profile (YAML) into memory, or into the ledger given. */
export async function importing(content: string | Uint8Array, yaml: string, options: Partial<ImportOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cleartier-import-'))
  try {
    const file = join(folder, 'orders.csv')
    writeFileSync(file, content)
    const ledger = memoryLedger()
    const profile = parseProfile(yaml, 'test')
    const terms = { now: NOW, monthsLater: options.monthsLater ?? 0 }
    const surveyed = await survey(options.file ?? file, profile, terms)
    const usual = { file, profile, surveyed, ledger, ...terms, emailHash: (address: string) => `hash of ${address}` }
    const undisturbed = { wait: async () => {}, stopped: () => false, progress: () => {} }
    const imported = await importFile({ ...usual, ...undisturbed, ...options })
    const run = { file, profileName: 'test', profile, monthsLater: terms.monthsLater, stopped: false }
    const report = reportOf(imported, { ...run, startedAt: NOW, endedAt: NOW + 2000 })
    return { report, ledger, events: [...ledger.events.values()], text: reportText(report) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
