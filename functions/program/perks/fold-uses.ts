import { CALENDAR_WINDOWS, windowDay } from './span.ts'
import type { Uses } from './uses.ts'

/** One use, and whether it was taken back since. */
export interface Use {
  /** Epoch milliseconds. */
  readonly at: number
  readonly isTakenBack: boolean
}

/**
 * What all uses of one perk by one member come to, in whatever order they are given; null when there are none. Counts the
 * uses themselves and so checks `afterUse` and `afterReversal`, which count on from what was there (trust.md, I1 and I14).
 */
export function foldUses(all: readonly Use[], timeZone: string): Uses | null {
  if (all.length === 0) return null
  const lastAt = all.reduce((last, { at }) => Math.max(last, at), -Infinity)
  const standing = all.filter(({ isTakenBack }) => !isTakenBack)
  const counts = CALENDAR_WINDOWS.map((window) => {
    const day = windowDay(window, lastAt, timeZone)
    return [window, standing.filter(({ at }) => windowDay(window, at, timeZone) === day).length]
  })
  return { lastAt, inWindow: Object.fromEntries(counts) as Uses['inWindow'], ever: standing.length }
}
