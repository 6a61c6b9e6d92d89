import type { LimitWindow } from '../document.ts'
import { firstDayOf, lastDayOf, monthOfDay, monthOfYear } from '../month.ts'
import { dayOf } from '../zone.ts'

/** The windows of a calendar that uses are counted in; `order` is not one of them. */
export type CalendarWindow = Exclude<LimitWindow, 'order' | 'ever'>

export const CALENDAR_WINDOWS: readonly CalendarWindow[] = ['day', 'week', 'month', 'quarter', 'year']

const DAY_MS = 86_400_000

/** A window: its first day, and the first day of the one after it. */
interface Span {
  readonly begins: string
  readonly next: string
}

/** The first day of the window that an instant (epoch milliseconds) lies in; it names the window. Weeks begin on Monday. */
export function windowDay(window: CalendarWindow, at: number, timeZone: string): string {
  return spanOf(window, at, timeZone).begins
}

/** The first day of the window after the one that an instant lies in: when an allowance is whole again. */
export function nextWindowDay(window: CalendarWindow, at: number, timeZone: string): string {
  return spanOf(window, at, timeZone).next
}

/** Whether another instant lies in the same window as `at`. */
export function inSameWindow(window: CalendarWindow, other: number, at: number, timeZone: string): boolean {
  const day = dayOf(other, timeZone)
  const { begins, next } = spanOf(window, at, timeZone)
  return begins <= day && day < next
}

interface Found {
  readonly at: number
  readonly timeZone: string
  readonly day: string
  readonly span: Span
}

/** Per window the answer given last: a decision asks for it twice, and decisions come in runs of one day. */
const lastFound = new Map<CalendarWindow, Found>()

function spanOf(window: CalendarWindow, at: number, timeZone: string): Span {
  const last = lastFound.get(window)
  if (last && last.at === at && last.timeZone === timeZone) return last.span
  const day = dayOf(at, timeZone)
  const span = last?.day === day ? last.span : spanOn(window, day)
  lastFound.set(window, { at, timeZone, day, span })
  return span
}

function spanOn(window: CalendarWindow, day: string): Span {
  const begins = startDay(window, day)
  return { begins, next: plusDays(lastDay(window, begins), 1) }
}

function startDay(window: CalendarWindow, day: string): string {
  const month = monthOfDay(day)
  switch (window) {
    case 'day':
      return day
    case 'week':
      // getUTCDay counts from Sunday, weeks from Monday.
      return plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
    case 'month':
      return firstDayOf(month)
    case 'quarter':
      return firstDayOf(month - ((monthOfYear(month) - 1) % 3))
    case 'year':
      return firstDayOf(month - (monthOfYear(month) - 1))
    default:
      return window satisfies never
  }
}

function lastDay(window: CalendarWindow, start: string): string {
  const month = monthOfDay(start)
  switch (window) {
    case 'day':
      return start
    case 'week':
      return plusDays(start, 6)
    case 'month':
      return lastDayOf(month)
    case 'quarter':
      return lastDayOf(month + 2)
    case 'year':
      return lastDayOf(month + 11)
    default:
      return window satisfies never
  }
}

const plusDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
