import { lastDayOf } from '#program/month.ts'
import { type Placed, placeInZone, type WallTime } from './local-time.ts'
import { monthsLater } from './months-later.ts'

/** Reads a time as one column of a file writes it; undefined for what is no such time. */
export type ReadTime = (text: string) => Placed | undefined

type Part = keyof WallTime

const TOKENS: Readonly<Record<string, { readonly part: Part; readonly digits: string }>> = {
  YYYY: { part: 'year', digits: '\\d{4}' },
  MM: { part: 'month', digits: '\\d{2}' },
  M: { part: 'month', digits: '\\d{1,2}' },
  DD: { part: 'day', digits: '\\d{2}' },
  D: { part: 'day', digits: '\\d{1,2}' },
  HH: { part: 'hour', digits: '\\d{2}' },
  H: { part: 'hour', digits: '\\d{1,2}' },
  mm: { part: 'minute', digits: '\\d{2}' },
  ss: { part: 'second', digits: '\\d{2}' },
}
const TOKEN = /YYYY|MM?|DD?|HH?|mm|ss/g
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,3})?([Zz]|[+-]\d{2}:\d{2})$/

/**
 * `RFC 3339` for times that carry their offset, else a pattern of YYYY, M or MM, D or DD, H or HH (24 hours), mm and ss,
 * read in `timeZone`. Times are moved on by whole months, keeping the local day and hour, or the offset where they carry
 * one. Throws a RangeError for a pattern that lacks a part of the date or a zone.
 */
export function timeReader(format: string, timeZone: string | undefined, later = 0): ReadTime {
  if (format === 'RFC 3339') return (text) => readRfc3339(text, later)
  if (timeZone === undefined) throw new RangeError(`The time format "${format}" needs a zone, such as Europe/London.`)
  const parts: Part[] = []
  const literal = format.split(TOKEN).map((text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
  let pattern = literal[0] ?? ''
  for (const [index, token] of (format.match(TOKEN) ?? []).entries()) {
    const known = TOKENS[token]
    if (!known) continue
    parts.push(known.part)
    pattern += `(${known.digits})${literal[index + 1] ?? ''}`
  }
  for (const part of ['year', 'month', 'day'] as const) {
    if (!parts.includes(part)) throw new RangeError(`The time format "${format}" has no ${part}.`)
  }
  if (new Set(parts).size < parts.length) throw new RangeError(`The time format "${format}" names a part twice.`)
  const shape = new RegExp(`^${pattern}$`)
  return (text) => {
    const wall = wallTime(parts, shape.exec(text))
    return wall && placeInZone(monthsLater(wall, later), timeZone)
  }
}

function wallTime(parts: readonly Part[], match: RegExpExecArray | null): WallTime | undefined {
  if (!match) return undefined
  const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const [index, part] of parts.entries()) wall[part] = Number(match[index + 1])
  return isOnTheCalendar(wall) ? wall : undefined
}

function isOnTheCalendar({ year, month, day, hour, minute, second }: WallTime): boolean {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false
  const lastDay = Number(lastDayOf(year * 12 + month - 1).slice(8))
  return day <= lastDay && hour < 24 && minute < 60 && second < 60
}

function readRfc3339(text: string, later: number): Placed | undefined {
  const offset = RFC_3339.exec(text)?.[2]
  const instant = offset === undefined ? Number.NaN : Date.parse(text.replace(' ', 'T'))
  if (Number.isNaN(instant) || offset === undefined) return undefined
  return { instant: later === 0 ? instant : atOffset(instant, offsetMs(offset), later), clock: 'once' }
}

function offsetMs(offset: string): number {
  if (/^[Zz]$/.test(offset)) return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}

/** The same time of day at the same offset so many months later. */
function atOffset(instant: number, offset: number, later: number): number {
  const day = new Date(instant + offset)
  const midnight = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }
  const moved = monthsLater({ ...midnight, hour: 0, minute: 0, second: 0 }, later)
  const sinceMidnight = instant + offset - Date.UTC(midnight.year, midnight.month - 1, midnight.day)
  return Date.UTC(moved.year, moved.month - 1, moved.day) + sinceMidnight - offset
}
