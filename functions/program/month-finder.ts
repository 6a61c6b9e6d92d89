import type { Month } from './month.ts'
import { monthOf, startOfMonth } from './zone.ts'

/** `monthOf` for one zone, which remembers the month it found last: events come in runs of one month. */
export function monthFinder(timeZone: string): (time: number) => Month {
  let found = 0
  let from = Number.POSITIVE_INFINITY
  let until = Number.NEGATIVE_INFINITY
  return (time) => {
    if (time >= from && time < until) return found
    found = monthOf(time, timeZone)
    from = startOfMonth(found, timeZone)
    until = startOfMonth(found + 1, timeZone)
    return found
  }
}
