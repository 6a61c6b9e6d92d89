import type { Ledger } from '#ledger/ledger.ts'
import { editionInForce } from '#ledger/publications.ts'
import type { PublishedEdition } from '#program/document.ts'
import { readDemoMark, writeDemoMark } from './demo-mark.ts'
import { publishDemoProgram } from './demo-program.ts'
import { SetupFault } from './setup-fault.ts'
import { type TellOptions, tellDemo } from './tell-demo.ts'

export interface FurnishOptions extends TellOptions {
  readonly ledger: Ledger
  /** Left out: nothing is kept, so there is nothing to take up again. */
  readonly dataDir?: string | null
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** What a house turned out to be. */
export interface Furnished {
  /** The edition in force. */
  readonly edition: PublishedEdition
  /** Whether the demo members are told in it; else its members are its own. */
  readonly hasDemoMembers: boolean
}

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
  const edition = editionInForce((await ledger.program()).published, now())
  if (!edition) throw new SetupFault('The database took the demo program and does not give it back. Start anew.')
  return { edition, hasDemoMembers: isEmpty || mark !== null }
}
