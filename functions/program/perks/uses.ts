import type { LimitWindow } from '../document.ts'
import { CALENDAR_WINDOWS, type CalendarWindow, inSameWindow } from './span.ts'

/**
 * How often a member has used a perk, for every window at once and in seven numbers: the counts are those of the windows
 * that the last use lies in. A window that has passed since counts nothing; one that is shared goes on.
 */
export interface Uses {
  /** Epoch milliseconds of the last use, taken back or not. */
  readonly lastAt: number
  readonly inWindow: Readonly<Record<CalendarWindow, number>>
  readonly ever: number
}

/** Uses that stand in the window of `at` (epoch milliseconds, not before the last use). `per` an order, none: see `Basket`. */
export function usedIn(uses: Uses | null, per: Exclude<LimitWindow, 'order'>, at: number, timeZone: string): number {
  if (!uses) return 0
  if (per === 'ever') return uses.ever
  return inSameWindow(per, uses.lastAt, at, timeZone) ? uses.inWindow[per] : 0
}

/** One use more, at an instant not before the last one. */
export function afterUse(uses: Uses | null, at: number, timeZone: string): Uses {
  return {
    lastAt: at,
    inWindow: eachWindow((window) => usedIn(uses, window, at, timeZone) + 1),
    ever: (uses?.ever ?? 0) + 1,
  }
}

/** A use of `usedAt` taken back: it is given back in the windows it came from, as far as they still count. */
export function afterReversal(uses: Uses, usedAt: number, timeZone: string): Uses {
  const given = (window: CalendarWindow) => (inSameWindow(window, usedAt, uses.lastAt, timeZone) ? 1 : 0)
  return {
    lastAt: uses.lastAt,
    inWindow: eachWindow((window) => uses.inWindow[window] - given(window)),
    ever: uses.ever - 1,
  }
}

function eachWindow(count: (window: CalendarWindow) => number): Uses['inWindow'] {
  return Object.fromEntries(CALENDAR_WINDOWS.map((window) => [window, count(window)])) as Uses['inWindow']
}
