import { Problem } from '#http/problem.ts'
import type { Entry } from '#ledger/ledger.ts'
import { countings } from '#program/activity.ts'
import { activityItem } from '#program/activity-json.ts'
import { compareEvents } from '#program/event.ts'
import type { ActivityItem } from '#program/standing-body.ts'

export interface ActivityPage {
  readonly items: readonly ActivityItem[]
  readonly nextCursor: string | null
}

export interface ActivityQuestion {
  readonly limit: number
  readonly cursor: string | null
  /** Of the program. */
  readonly currency: string
  readonly timeZone: string
}

/**
 * A page of a member's entries, newest first. The cursor names the last entry that was shown, so entries that arrive
 * meanwhile neither repeat nor hide any. Throws a 400 problem for a cursor that is not ours.
 */
export function activityPage(entries: readonly Entry[], question: ActivityQuestion): ActivityPage {
  const { limit, cursor, currency, timeZone } = question
  const counted = countings(entries, timeZone)
  const newestFirst = [...entries].sort((one, other) => compareEvents(other, one))
  const after = cursor === null ? null : placeIn(cursor)
  const rest = after ? newestFirst.filter((entry) => compareEvents(entry, after) < 0) : newestFirst
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((entry) => activityItem(entry, counted.get(entry) ?? NOT_COUNTED, currency)),
    nextCursor: last && rest.length > limit ? cursorAt(last) : null,
  }
}

const NOT_COUNTED = { counted: null, reason: null }

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
