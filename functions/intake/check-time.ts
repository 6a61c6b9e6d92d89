import { formatInstant } from '#http/instant.ts'
import type { Fault } from '#http/problem.ts'
import { AHEAD_MS, EARLIEST } from './limits.ts'

/** When the event happened: not before 1990, and not later than clocks differ. */
export function checkTime(time: number, now: number, faults: Fault[]): void {
  const latest = now + AHEAD_MS
  if (time < EARLIEST) faults.push(tooEarly('/time'))
  if (time <= latest) return
  const detail = `It lies more than 10 minutes ahead of our clock (${formatInstant(now)}). Send it when it has happened.`
  faults.push({ pointer: '/time', code: 'in_the_future', detail })
}

/** The fault of a time that is a typing error. */
export const tooEarly = (pointer: string): Fault => ({
  pointer,
  code: 'too_early',
  detail: `Times before ${formatInstant(EARLIEST)} are not taken. Correct the year.`,
})
