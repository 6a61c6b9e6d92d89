import { randomUUID } from 'node:crypto'
import {
  type CasePage,
  type ImpactBook,
  type ImpactRun,
  MOST_LIST_BYTES,
  type MovedMember,
} from '#ledger/impact-book.ts'
import { memberImpact } from '#program/impact/member-impact.ts'
import { countOf, merge, NO_TALLY, type Tally } from '#program/impact/tally.ts'
import { formatMonth, type Month } from '#program/month.ts'
import { monthOf, startOfMonth } from '#program/zone.ts'
import type { ImpactSubject } from './impact-subject.ts'

/** How long one call goes on, by what clock. */
export interface ImpactBudget {
  /** A call does at least one page of members, however little time it has. */
  readonly budgetMs: number
  /** Milliseconds from anywhere; only differences matter. */
  readonly clock: () => number
}

/** A run is begun anew after this long, because people go on buying. */
const MOST_AGE_MS = 24 * 3_600_000

/**
 * Works out what a draft would do, from where an earlier call stopped, whoever made it, as far as the budget goes. When
 * another caller is faster, what that one came to is the answer.
 */
export async function goOn(
  impacts: ImpactBook,
  subject: ImpactSubject,
  now: number,
  budget: ImpactBudget,
): Promise<ImpactRun> {
  const known = await impacts.run(subject.draft.id)
  const run = known && isUpToDate(known, subject, now) ? known : newRun(subject, known?.saves ?? 0, now)
  if (run === known && isDone(run)) return run
  const chunk = await workOn(impacts, subject, run, budget)
  const next = afterChunk(run, known?.saves ?? 0, chunk)
  if (await impacts.saveRun(next, known?.saves ?? 0, chunk.moved)) return next
  const faster = await impacts.run(subject.draft.id)
  // It is there: somebody has just saved it.
  return faster && isUpToDate(faster, subject, now) ? faster : goOn(impacts, subject, now, budget)
}

/** Whether all members are done. A new run has not begun, a finished one has nowhere to go on. */
export const isDone = (run: ImpactRun): boolean => run.cursor === null

/** Whether a run is of this very draft, by the editions and costs as they are, and not too old. */
export const isUpToDate = (run: ImpactRun, { basis }: Pick<ImpactSubject, 'basis'>, now: number): boolean =>
  run.basis === basis && now - run.at < MOST_AGE_MS

function newRun({ draft, basis }: ImpactSubject, saves: number, at: number): ImpactRun {
  return { draft: draft.id, saves, id: randomUUID(), basis, at, cursor: null, members: 0, tally: [], lists: 0 }
}

/** What one call adds. */
interface Chunk {
  readonly tally: Tally
  readonly moved: readonly MovedMember[]
  readonly cursor: string | null
  readonly share: number
}

async function workOn(
  impacts: ImpactBook,
  subject: ImpactSubject,
  run: ImpactRun,
  { budgetMs, clock }: ImpactBudget,
): Promise<Chunk> {
  const { timeZone } = subject.comparison.latest
  const since = aYearBefore(run.at, timeZone)
  const begun = clock()
  const moved: MovedMember[] = []
  let tally = NO_TALLY
  let { cursor }: { cursor: string | null } = run
  for (let bytes = 0; ; ) {
    const page = await impacts.cases(cursor, since, timeZone)
    const done = workOut(page, subject, run.at)
    tally = merge(tally, done.tally)
    moved.push(...done.moved)
    bytes += Buffer.byteLength(JSON.stringify(done.moved))
    cursor = page.cursor
    // The next page may hold as many again as the fullest that there can be.
    if (cursor === null || clock() - begun >= budgetMs || bytes > MOST_LIST_BYTES / 4) {
      return { tally, moved, cursor, share: page.share }
    }
  }
}

/** The members of a page together. Uses after the run began belong to the next one. */
function workOut({ cases }: CasePage, { comparison }: ImpactSubject, at: number) {
  const moved: MovedMember[] = []
  const tallies: Tally[] = []
  for (const { id, sums, uses } of cases) {
    const past = uses.filter((use) => use.at < at)
    const { move, tally } = memberImpact(sums, past, comparison)
    tallies.push(tally)
    if (!move) continue
    const { from, to, reason, month } = move
    moved.push({ member: id, from, to, month: formatMonth(month), reason })
  }
  return { moved, tally: tallies.reduce(merge, NO_TALLY) }
}

function afterChunk(run: ImpactRun, seen: number, { tally, moved, cursor, share }: Chunk): ImpactRun {
  const total = merge(new Map(run.tally), tally)
  const done = countOf(total, ['members'])
  const members = cursor === null ? done : Math.max(done, Math.ceil(done / Math.max(share, 1 / 16)))
  const lists = run.lists + (moved.length > 0 ? 1 : 0)
  return { ...run, saves: seen + 1, cursor, members, tally: [...total], lists }
}

/** The instant at which the same day began a year before; the last day of February where there is no 29th. */
function aYearBefore(at: number, timeZone: string): number {
  const month: Month = monthOf(at, timeZone) - 12
  const into = at - startOfMonth(month + 12, timeZone)
  return Math.min(startOfMonth(month, timeZone) + into, startOfMonth(month + 1, timeZone))
}
