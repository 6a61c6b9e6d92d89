import { Problem } from '#http/problem.ts'
import type { Entry } from '#ledger/ledger.ts'
import { countings } from '#program/activity.ts'
import { activityItem } from '#program/activity-json.ts'
import { compareEvents } from '#program/event.ts'
import type { ActivityItem } from '#program/standing-body.ts'
import { PERKS_SOURCE, type PerkActivity, perkActivity } from './perk-activity.ts'

export interface ActivityPage {
  readonly items: readonly ActivityItem[]
  readonly nextCursor: string | null
}

/** All that happened to one member: what shops reported, and what perks were used. */
export interface Happened extends PerkActivity {
  readonly entries: readonly Entry[]
  /** Of the program. */
  readonly timeZone: string
  /** Whether the month is closed in which something was recorded (epoch milliseconds): then it can be proved. */
  readonly isClosed: (recordedAt: number) => boolean
}

export interface ActivityQuestion {
  readonly limit: number
  readonly cursor: string | null
}

/**
 * A page of a member's entries, newest first. The cursor names the last entry that was shown, so entries that arrive
 * meanwhile neither repeat nor hide any. Throws a 400 problem for a cursor that is not ours.
 */
export function activityPage(happened: Happened, { limit, cursor }: ActivityQuestion): ActivityPage {
  const newestFirst = linesOf(happened).sort((one, other) => compareEvents(other, one))
  const after = cursor === null ? null : placeIn(cursor)
  const rest = after ? newestFirst.filter((line) => compareEvents(line, after) < 0) : newestFirst
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ item, recordedAt }) => ({ ...item(), proof: happened.isClosed(recordedAt) })),
    nextCursor: last && rest.length > limit ? cursorAt(last) : null,
  }
}

/** Something that happened, by its place in the list; its item is made only if it is shown. */
interface Line extends Place {
  readonly recordedAt: number
  readonly item: () => Omit<ActivityItem, 'proof'>
}

function linesOf(happened: Happened): Line[] {
  const { entries, uses, currency, timeZone } = happened
  const counted = countings(entries, timeZone)
  const perkItem = perkActivity(happened)
  const reported = entries.map((entry) => ({
    ...placeOf(entry),
    recordedAt: entry.recordedAt,
    item: () => activityItem(entry, counted.get(entry) ?? NOT_COUNTED, currency),
  }))
  const used = uses.map((use) => ({
    ...{ time: use.at, recordedAt: use.at, source: PERKS_SOURCE, id: use.id },
    item: () => perkItem(use),
  }))
  return [...reported, ...used]
}

const NOT_COUNTED = { counted: null, reason: null }

const placeOf = ({ time, source, id }: Entry): Place => ({ time, source, id })

type Place = Pick<Entry, 'time' | 'source' | 'id'>

const cursorAt = ({ time, source, id }: Place) => Buffer.from(JSON.stringify([time, source, id])).toString('base64url')

function placeIn(cursor: string): Place {
  try {
    const [time, source, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof time === 'number' && typeof source === 'string' && typeof id === 'string') return { time, source, id }
  } catch {
    // Said below.
  }
  throw new Problem(
    400,
    'bad_cursor',
    'The cursor is not one of ours. Take it from nextCursor, or begin without one.',
    {
      errors: [
        { pointer: '/query/cursor', code: 'bad_cursor', detail: 'Take it from nextCursor, or begin without one.' },
      ],
    },
  )
}
