import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Booked } from '#ledger/books.ts'
import { closeMonth } from '#ledger/seal/close-month.ts'
import { openFolderArchive } from '#ledger/seal/folder-archive.ts'
import { AFTER_MAY, bought, charged, closerOf, MAY, memoryBooks, used } from '../ledger/seal/booked-months.ts'
import type { Bench, Figure } from './figure.ts'

const ENTRIES = 1_000_000

/** Three purchases, a use of a perk and a supplier's line, over and over. */
async function* entries(): AsyncGenerator<Booked> {
  for (let number = 0; number < ENTRIES; number++) {
    if (number % 5 === 3) yield used(number)
    else if (number % 5 === 4) yield charged(number)
    else yield bought(number)
  }
}

/** Run apart, so that its memory is its own. */
const VERIFYING = `
  const { verifyFile } = await import('./functions/local/verify/verify-file.ts')
  const start = performance.now()
  const { holds, sentence } = await verifyFile(process.argv[1])
  if (!holds) throw new Error(sentence)
  console.log(JSON.stringify([performance.now() - start, process.resourceUsage().maxRSS / 1024]))`

async function sealFigures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cleartier-seal-'))
  try {
    const books = memoryBooks(new Map([[MAY, []]]))
    const booked = (month: number) => (month === MAY ? entries() : books.booked(month))
    const closer = closerOf({ ...books, booked }, { now: () => AFTER_MAY })
    const start = performance.now()
    const { kind } = await closeMonth({ ...closer, archive: openFolderArchive(folder) }, MAY, 'bench')
    if (kind !== 'closed') throw new Error(`The month was not closed: ${kind}.`)
    const closing = performance.now() - start
    const root = join(import.meta.dirname, '..', '..')
    const args = ['--input-type=module', '-e', VERIFYING, join(folder, '2026-05')]
    const [verifying, megabytes] = JSON.parse(
      execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }),
    ) as [number, number]
    return [
      { what: 'Verifying a month of a million entries', value: seconds(verifying), unit: 's', atMost: 60 },
      { what: 'Memory that takes, at its most', value: Math.round(megabytes), unit: 'MB' },
      { what: 'Hashing, signing and archiving it, without the database', value: seconds(closing), unit: 's' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10

export const bench: Bench = { name: 'Closed months', run: sealFigures }
