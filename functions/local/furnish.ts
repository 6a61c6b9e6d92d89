import { emailHash } from '#http/email-hash.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { editionAt } from '#portal/public-program.ts'
import type { PublishedEdition } from '#program/document.ts'
import { demoEvents } from './demo-data.ts'
import { readDemoMark, writeDemoMark } from './demo-mark.ts'
import { publishDemoProgram } from './demo-program.ts'
import { SetupFault } from './setup-fault.ts'

export interface FurnishOptions {
  readonly ledger: Ledger
  /** Left out: nothing is kept, so there is nothing to take up again. */
  readonly dataDir?: string | null
  readonly emailKey: Uint8Array
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly tell: (line: string) => void
}

/** What a house turned out to be. */
export interface Furnished {
  /** The edition in force. */
  readonly edition: PublishedEdition
  /** Whether the demo members are told in it; else its members are its own. */
  readonly hasDemoMembers: boolean
}

/** Events handed over at once; each hand-over is a line of progress. */
const PART = 5000

/**
 * Gives an empty house its program and its demo members, and finishes what an interrupted start began. A house that has a
 * program already stays as it is, as one that was filled by an import: nothing can be recorded before there is a program,
 * so a house without one has no members.
 */
export async function furnish(options: FurnishOptions): Promise<Furnished> {
  const { ledger, dataDir = null, now } = options
  const mark = dataDir === null ? null : await readDemoMark(dataDir)
  const isEmpty = (await ledger.program()).published.length === 0
  if (isEmpty || mark?.isComplete === false) {
    const toldFrom = mark?.toldFrom ?? now()
    if (dataDir !== null) await writeDemoMark(dataDir, { toldFrom, isComplete: false })
    await publishDemoProgram(ledger)
    await tellDemo(options, toldFrom)
    if (dataDir !== null) await writeDemoMark(dataDir, { toldFrom, isComplete: true })
  }
  const edition = editionAt(await ledger.program(), now())
  if (!edition) throw new SetupFault('The database took the demo program and does not give it back. Start anew.')
  return { edition, hasDemoMembers: isEmpty || mark !== null }
}

async function tellDemo({ ledger, emailKey, tell }: FurnishOptions, toldFrom: number): Promise<void> {
  const timeZone = (await ledger.program()).rules[0]?.timeZone ?? 'UTC'
  const events = demoEvents({ now: toldFrom, timeZone, emailHash: (email) => emailHash(email, emailKey) })
  for (let done = 0; done < events.length; done += PART) {
    const outcomes = await ledger.record(events.slice(done, done + PART))
    if (outcomes.includes('retry')) {
      throw new SetupFault('The database was too busy to take the demo data. Start again in a minute.')
    }
    tell(`Telling the demo shop's past: ${Math.min(done + PART, events.length)} of ${events.length} events`)
  }
}
