import { formatInstant } from '#http/instant.ts'
import { type Fault, faultyFields, Problem } from '#http/problem.ts'
import type { Books, CostSheet } from '#ledger/books.ts'
import type { Head, Press } from '#ledger/press.ts'
import { checkProgram } from '#program/checks/check-program.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { ProgramCosts } from '#program/document.ts'
import { formatMonth, parseMonth } from '#program/month.ts'
import { dayWords } from '#program/words/date-words.ts'
import type { CheckedProgram } from '../checked-program.ts'
import { earliestMonth } from './earliest-month.ts'
import { latestOf } from './unit-costs-body.ts'

/** Where costs are prepared, by whom and when. */
export interface Desk {
  readonly books: Pick<Books, 'costSheet' | 'saveCostSheet'>
  readonly program: CheckedProgram
  /** The stable subject of who does it. */
  readonly subject: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** A desk at which what is prepared is published too. `program` was read after the head. */
export interface PublishingDesk extends Desk {
  readonly press: Pick<Press, 'publications' | 'publish'>
  readonly head: Head
}

type Draft = Pick<CostSheet, 'effectiveFrom' | 'costs'>

/** Keeps what shall be in force from a month on. Throws 422 with every finding, and 412 when `seen` is no longer there. */
export async function prepareCosts(desk: Desk, draft: Draft, seen: number): Promise<CostSheet> {
  const { books, subject, now } = desk
  refuse([...lateFaults(desk, draft), ...errorsIn(desk.program, draft.costs)])
  // Never a number that stood before: what was seen before a sheet was taken back must not fit the one after it.
  const version = Math.max(seen + 1, now)
  const sheet: CostSheet = { ...draft, version, author: subject, changedAt: now }
  if (!(await books.saveCostSheet(sheet, seen))) throw changedMeanwhile()
  return sheet
}

/** Takes back what was prepared. Throws 412 when `seen` is no longer there. */
export async function withdrawCosts({ books }: Desk, seen: number): Promise<void> {
  if (!(await books.saveCostSheet(null, seen))) throw changedMeanwhile()
}

/**
 * Publishes what was prepared as an edition that changes nothing but costs, and logs it. Throws 403 for the one who prepared it, 412 when
 * `seen` is no longer there, 422 while costs are missing or it is too late for its month, and 409 when nothing is prepared
 * or somebody else published meanwhile.
 */
export async function approveCosts(desk: PublishingDesk, seen: number): Promise<void> {
  const { press, head, books, program, subject: by, now } = desk
  const sheet = await books.costSheet()
  if (!sheet) throw new Problem(409, 'nothing_prepared', 'There are no costs to approve. Prepare some first.')
  if (sheet.version !== seen) throw changedMeanwhile()
  if (sheet.author === by) {
    throw new Problem(403, 'own_change', 'You prepared these costs yourself. Somebody else in finance approves them.')
  }
  refuse([...lateFaults(desk, sheet), ...errorsIn(program, sheet.costs), ...gapsIn(program, sheet.costs)])
  const { document } = latestOf(program.published)
  // The number of an edition that was withdrawn is never another's.
  const number = Math.max(...(await press.publications()).map(({ edition }) => edition.edition)) + 1
  const { effectiveFrom, costs } = sheet
  const edition = { edition: number, effectiveFrom, publishedAt: formatInstant(now), document }
  const detail = `Edition ${number} is published, from ${dayWords(`${effectiveFrom}-01`)}: what perks cost.`
  const entry = { at: now, by, what: 'published', draft: null, edition: number, detail } as const
  if (!(await press.publish({ kind: 'edition', edition, costs, draft: null }, head, entry))) throw publishedMeanwhile()
  // If this is lost, the sheet stays, and is too late for its month: it cannot be published twice.
  await books.saveCostSheet(null, seen)
}

function lateFaults({ program, now }: Desk, { effectiveFrom }: Draft): Fault[] {
  const earliest = earliestMonth(program, program.timeZone, now)
  if (parseMonth(effectiveFrom) >= earliest) return []
  const detail = `Costs can take effect from ${formatMonth(earliest)} on: later than every edition, and not at once.`
  return [{ pointer: '/effectiveFrom', code: 'too_early', detail }]
}

const errorsIn = (program: CheckedProgram, costs: ProgramCosts) =>
  findingsIn(program, costs).flatMap((finding) => (finding.kind === 'error' ? [faultOf(finding)] : []))

/** What finance has to fill in before approval (program.md, "Checks"). */
const gapsIn = (program: CheckedProgram, costs: ProgramCosts) =>
  findingsIn(program, costs).flatMap((finding) => (finding.code === 'no_cost' ? [faultOf(finding)] : []))

/** About the costs alone: the rest of the document was published before, and stays. */
function findingsIn({ published }: CheckedProgram, costs: ProgramCosts): Finding[] {
  const { document } = latestOf(published)
  return checkProgram({ document, costs, before: document }).filter(({ place }) => place.startsWith('/costs/'))
}

const faultOf = ({ place, code, message, mend }: Finding): Fault => ({
  pointer: place,
  code,
  detail: `${message} ${mend}`,
})

function refuse([first, ...others]: readonly Fault[]): void {
  if (first) throw faultyFields(422, [first, ...others])
}

const changedMeanwhile = () =>
  new Problem(412, 'changed_meanwhile', 'Somebody changed these costs meanwhile. Read them again, then decide.')

const publishedMeanwhile = () =>
  new Problem(409, 'published_meanwhile', 'Somebody published meanwhile. Read the editions again, then approve.')
