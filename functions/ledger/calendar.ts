import { EditionError } from '#program/edition.ts'
import type { Month } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import type { ProgramBook } from './program-book.ts'

/** In which zone days and months are counted. */
export interface Calendar {
  readonly timeZone: string
  readonly monthOf: (time: number) => Month
}

/** The zone given, else the one that the first edition says, which never changes. Throws an EditionError while there is none. */
export function openCalendar(book: Pick<ProgramBook, 'program'>, timeZone?: string): () => Promise<Calendar> {
  let calendar = timeZone === undefined ? undefined : calendarIn(timeZone)
  return async () => {
    calendar ??= calendarIn(zoneOf((await book.program()).rules[0]?.timeZone))
    return calendar
  }
}

const calendarIn = (timeZone: string): Calendar => ({ timeZone, monthOf: (time) => monthOf(time, timeZone) })

function zoneOf(timeZone: string | undefined): string {
  if (timeZone === undefined) throw new EditionError('There is no edition, so months have no zone. Publish one first.')
  return timeZone
}
