import { firstDayOf, type Month, monthOfDay } from './month.ts'

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * The zone's formatter for a Gregorian day; making one costs a hundred times what using it does, so they are kept. The very
 * first takes as long as a fifth of starting Node, because Intl then looks at every locale it has.
 */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formats.set(timeZone, format)
  }
  return format
}

let listed: ReadonlySet<string> | undefined

/** Whether a name is a time zone of the IANA database ("Europe/London"); bare offsets such as "+01:00" are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  // The list has no other names of the same zones, but most programs need none and are spared the first formatter.
  listed ??= new Set(Intl.supportedValuesOf('timeZone'))
  if (listed.has(name)) return true
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** The local day of an instant (epoch milliseconds): "2026-05-20". */
export function dayOf(instant: number, timeZone: string): string {
  // "05/20/2026"; slices, because formatToParts takes twice as long.
  const text = formatOf(timeZone).format(instant)
  return `${text.slice(6).padStart(4, '0')}-${text.slice(0, 2)}-${text.slice(3, 5)}`
}

interface KnownMonth {
  readonly month: Month
  readonly from: number
  readonly until: number
}

/** Per zone the month found last: events come in runs of one month, and asking Intl takes a hundred times as long. */
const lastFound = new Map<string, KnownMonth>()

/** The month an instant belongs to: the one its local day lies in (standing.md, "Month"). */
export function monthOf(instant: number, timeZone: string): Month {
  const last = lastFound.get(timeZone)
  if (last && instant >= last.from && instant < last.until) return last.month
  const found = monthEverywhere(instant) ?? monthIn(instant, timeZone)
  lastFound.set(timeZone, found)
  return found.month
}

/** No zone is more than a day away from UTC, so all are in the same month but for a day on each side of its ends. */
function monthEverywhere(instant: number): KnownMonth | null {
  const date = new Date(instant)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const from = Date.UTC(year, month) + DAY_MS
  const until = Date.UTC(year, month + 1) - DAY_MS
  return instant >= from && instant < until ? { month: year * 12 + month, from, until } : null
}

function monthIn(instant: number, timeZone: string): KnownMonth {
  const month = monthByDay(instant, timeZone)
  return { month, from: startOfMonth(month, timeZone), until: startOfMonth(month + 1, timeZone) }
}

const monthByDay = (instant: number, timeZone: string) => monthOfDay(dayOf(instant, timeZone))

const starts = new Map<string, number>()

/** The first instant (epoch milliseconds) of a month in a zone. */
export function startOfMonth(month: Month, timeZone: string): number {
  const key = `${month} ${timeZone}`
  let start = starts.get(key)
  if (start === undefined) {
    start = findStart(month, timeZone)
    starts.set(key, start)
  }
  return start
}

/** The start lies within a day of midnight UTC; halving finds it. */
function findStart(month: Month, timeZone: string): number {
  const midnight = Date.parse(`${firstDayOf(month)}T00:00:00Z`)
  let before = midnight - DAY_MS - 1
  let after = midnight + DAY_MS
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (monthByDay(middle, timeZone) < month) before = middle
    else after = middle
  }
  return after
}
