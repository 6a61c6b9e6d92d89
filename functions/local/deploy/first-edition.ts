import { Problem } from '#http/problem.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Press } from '#ledger/press.ts'
import { earliestMonth } from '#program/checks/earliest-month.ts'
import { NOTHING_PREPARED } from '#studio/nothing-prepared.ts'
import { latestIn, programState } from '#studio/program-state.ts'
import type { PublicPages } from '#studio/public-pages.ts'
import { publishable } from '#studio/publishable.ts'
import { faultLines, type ProgramFile, programIn } from '../program/program-file.ts'
import { planFile, publishPlan } from '../program/publish-file.ts'
import { type ReadYaml, readYaml } from '../program/read-yaml.ts'

/** What a stage opens with. */
export interface FirstEdition {
  readonly file: string
  /** "2026-01"; null: this month, so that it is in force at once. */
  readonly from: string | null
  /** The explanation of every warning. */
  readonly because: string
}

/** A file that was read and has the form of a program. */
export interface FirstEditionRead extends FirstEdition {
  readonly read: ReadYaml
  readonly program: ProgramFile
}

export interface FirstEditionDeps {
  readonly ledger: Ledger
  readonly press: Press
  readonly pages: PublicPages
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly tell: (line: string) => void
}

/** Reads the file before anything is deployed. Throws ProgramFault for what is no program. */
export async function readFirstEdition(asked: FirstEdition): Promise<FirstEditionRead> {
  const read = await readYaml(asked.file)
  return { ...asked, read, program: programIn(read, asked.file) }
}

/**
 * Publishes the first edition, unless there is one, by the same checks as in the studio. It may take effect in a month that
 * has begun, as no other may: nobody was promised anything yet. False when it was refused, with the reasons told.
 */
export async function publishFirstEdition(deps: FirstEditionDeps, asked: FirstEditionRead): Promise<boolean> {
  const { ledger, press, pages, now, tell } = deps
  const state = await programState(press)
  const latest = latestIn(state)
  if (latest) {
    tell(`Edition ${latest.edition} is published already, so ${asked.file} was left alone. Another is published by:`)
    tell(`  npm run program -- publish ${asked.file} --from MONTH --yes    (with STAGE)`)
    return true
  }
  const { document } = asked.program
  const from = asked.from ?? earliestMonth(publishable(document, state, now()))
  try {
    const planned = await planFile(press, { ...asked, known: {}, from }, now())
    const published = await publishPlan(
      { ledger, press, books: NOTHING_PREPARED, pages, now, report: () => {} },
      planned,
    )
    tell(`Published: edition ${published.edition}, in force from ${published.effectiveFrom}.`)
    return true
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const lines = faultLines(error.extras.errors ?? [], asked.file, asked.read.lineOf)
    for (const line of lines.length > 0 ? lines : [error.message]) tell(line)
    return false
  }
}
