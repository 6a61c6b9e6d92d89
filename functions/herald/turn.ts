import type { MemberRecord } from '#ledger/ledger.ts'
import type { MembersPage, Segment } from '#ledger/members-page.ts'
import { isPseudonym } from '#ledger/pseudonym.ts'
import type { Edition } from '#program/edition.ts'
import { formatMonth, type Month, parseMonth } from '#program/month.ts'
import { monthBegunBefore, turnOf } from './month-turn.ts'
import { planTurnOf, planTurnsWithin } from './plan-turn.ts'
import type { Remind } from './remind.ts'
import type { Tell } from './tell.ts'
import type { TierChange } from './tier-change.ts'
import type { Work } from './work.ts'

export interface TurnOptions {
  readonly editions: readonly Edition[]
  /** What is known of a member; undefined: nothing. */
  readonly member: (id: string) => Promise<MemberRecord | undefined>
  /** The members in the next part of a segment. */
  readonly page: (segment: Segment) => Promise<MembersPage>
  readonly tell: Tell
  readonly remind: Remind
  /** Puts work into the queue. */
  readonly send: (work: readonly Work[]) => Promise<void>
  /** Whether there is time for one more page. */
  readonly hasTime: () => boolean
  /** Is told of what could not be read. */
  readonly report: (error: unknown) => void
}

/**
 * Into how many parts the ledger is cut. With 100 million members a part is worked on for some minutes several times over;
 * with a thousand it is a reading that finds a few.
 */
export const SEGMENTS = 64

/**
 * Does a piece of work where tiers may have changed with nothing written, and puts into the queue what is left of it. Throws
 * when something was not done: then all of the piece is to be done again, and what was told already is told with the same
 * ids.
 */
export async function turn(work: Work, options: TurnOptions): Promise<void> {
  switch (work.kind) {
    case 'hour':
      return cut(work.at, options)
    case 'segment':
      return goThrough(work, options)
    case 'plan':
      return turnPlan(work, options)
    default:
      throw new TypeError(`Nobody knows what to do with ${work satisfies never}.`)
  }
}

async function cut(at: string, { editions, send }: TurnOptions): Promise<void> {
  const [first] = editions
  const month = first && monthBegunBefore(Date.parse(at), first.timeZone)
  if (month === undefined || month === null) return
  await send(turnWork(month))
}

/** All that is to be done at the turn of a month. */
export function turnWork(month: Month): readonly Work[] {
  const whole = { kind: 'segment', month: formatMonth(month), of: SEGMENTS, cursor: null } as const
  return Array.from({ length: SEGMENTS }, (_, number) => ({ ...whole, number }))
}

type SegmentWork = Extract<Work, { kind: 'segment' }>

async function goThrough(work: SegmentWork, options: TurnOptions): Promise<void> {
  const month = parseMonth(work.month)
  let cursor = work.cursor
  do {
    const { next, ...page } = await options.page({ ...work, cursor })
    const changes = changesOn(page, month, options)
    const told = await options.tell(changes)
    if (told < changes.length) throw new Error(`Of ${changes.length} changes of tier only ${told} could be told.`)
    await remindOfPlans(page, month, options)
    if (next !== null && !options.hasTime()) return options.send([{ ...work, cursor: next }])
    cursor = next
  } while (cursor !== null)
}

/** Once more for the month that begins: a ledger that was restored, or older than its stage, has no reminders yet. */
async function remindOfPlans(
  { members }: Omit<MembersPage, 'next'>,
  month: Month,
  { editions: [first], remind }: TurnOptions,
): Promise<void> {
  for (const { id, sums, isErasing } of members) {
    if (!first || isErasing || isPseudonym(id)) continue
    for (const at of planTurnsWithin(sums, month, first.timeZone)) await remind({ member: id, at })
  }
}

async function turnPlan(
  { member, at }: Extract<Work, { kind: 'plan' }>,
  { editions, member: find, tell }: TurnOptions,
): Promise<void> {
  const record = await find(member)
  if (!record || record.isErasing) return
  const change = planTurnOf(member, record.sums, editions, Date.parse(at))
  if (change && (await tell([change])) === 0) throw new Error('A change of tier could not be told.')
}

/** One member who cannot be read keeps nobody else from being told. Of those who were erased nobody is told anything. */
function changesOn(
  { members, unreadable }: Omit<MembersPage, 'next'>,
  month: Month,
  { editions, report }: TurnOptions,
): readonly TierChange[] {
  unreadable.forEach(report)
  return members.flatMap(({ id, sums, isErasing }) => {
    if (isErasing || isPseudonym(id)) return []
    try {
      return turnOf(id, sums, editions, month) ?? []
    } catch (error) {
      report(error)
      return []
    }
  })
}
