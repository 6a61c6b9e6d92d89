/** What a clock on the wall shows. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/**
 * Epoch milliseconds, and whether the clock showed that time once, twice (`repeated`, when it was put back: the first is
 * taken) or never (`skipped`, when it was put forward: as many minutes after the change as it is past the gap's start).
 */
export interface Placed {
  readonly instant: number
  readonly clock: 'once' | 'repeated' | 'skipped'
}

const DAY_MS = 86_400_000

/** The instant of a wall time in an IANA zone. Years 1 to 9999. */
export function placeInZone(wall: WallTime, timeZone: string): Placed {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)
  const { before, after } = offsetsAround(asUtc, timeZone)
  if (before === after) return { instant: asUtc - before, clock: 'once' }
  const candidates = [asUtc - before, asUtc - after].filter(
    (instant) => instant + offsetAt(instant, timeZone) === asUtc,
  )
  const [first, second] = candidates
  if (first === undefined) return { instant: asUtc - before, clock: 'skipped' }
  return { instant: first, clock: second === undefined ? 'once' : 'repeated' }
}

const known = new Map<string, { before: number; after: number }>()

/** The offsets a day before and a day after; a file has many rows of the same day, so they are kept by day. */
function offsetsAround(asUtc: number, timeZone: string) {
  const day = Math.floor(asUtc / DAY_MS)
  const key = `${day} ${timeZone}`
  let offsets = known.get(key)
  if (!offsets) {
    offsets = { before: offsetAt((day - 1) * DAY_MS, timeZone), after: offsetAt((day + 2) * DAY_MS, timeZone) }
    known.set(key, offsets)
  }
  return offsets
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    const two = '2-digit'
    format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    })
    formats.set(timeZone, format)
  }
  return format
}

/** By how many milliseconds the zone's clocks are ahead of UTC at an instant of whole seconds. */
function offsetAt(instant: number, timeZone: string): number {
  // "12/01/2010, 08:26:00"
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
    formatOf(timeZone).format(instant).match(/\d+/g) ?? []
  ).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant
}
