import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { checkActuals, recordActuals } from './actuals.ts'
import { allMembers } from './all-members.ts'
import type { Books } from './books.ts'
import { openCalendar } from './calendar.ts'
import { openClosedMonths } from './closed-months.ts'
import { close, readClosings } from './closings.ts'
import { booked, costEntries, costEntriesOf, costTotals } from './cost-entries.ts'
import { readCostSheet, saveCostSheet } from './cost-sheet.ts'
import { PATIENCE, type Patience } from './patience.ts'
import { openProgramBook } from './program-book.ts'
import { readActuals } from './read-actuals.ts'
import { orBusy } from './transient.ts'

export interface BooksOptions {
  readonly client: DynamoDBClient
  readonly table: string
  /** The clock, epoch milliseconds. */
  readonly now: () => number
  /** Where months are counted (IANA). Left out, it is what the first edition says, which never changes. */
  readonly timeZone?: string
  readonly patience?: Partial<Patience>
}

/** Opens the books of a table that is there (`table.ts`). Costs nothing: the first call connects. */
export function openBooks({ client, table, now, timeZone, patience }: BooksOptions): Books {
  const database = { client, table, patience: { ...PATIENCE, ...patience } }
  const book = openProgramBook(client, table, now)
  const calendar = openCalendar(book, timeZone)
  const openFrom = openClosedMonths(database, now)
  const reader = async () => ({ ...database, ...(await calendar()) })
  /** Nothing can be booked before there is a program. */
  const firstMonth = async () => {
    const [{ published }, { monthOf }] = await Promise.all([book.program(), calendar()])
    return Math.min(...published.map(({ publishedAt }) => monthOf(Date.parse(publishedAt))))
  }
  const keeper = async () => {
    const { timeZone, monthOf } = await calendar()
    const booking = async () => {
      const at = Math.max(now(), await openFrom(timeZone))
      return { at, month: monthOf(at) }
    }
    return { ...database, booking }
  }
  return {
    costTotals: (period) => costTotals(database, period),
    async *costEntries(period, after) {
      yield* costEntries(await reader(), period, after)
    },
    costEntriesOf: async (redemption) => costEntriesOf(await reader(), redemption),
    async *booked(month) {
      yield* booked(await reader(), month)
    },
    async *members() {
      yield* allMembers(await reader())
    },
    recordActuals: async (actuals) => recordActuals(await keeper(), actuals),
    checkActuals: async (actuals) => checkActuals(await keeper(), actuals),
    async actuals(page) {
      const { month } = await (await keeper()).booking()
      return readActuals(database, page, { first: await firstMonth(), last: month })
    },
    closings: () => readClosings(database),
    close: (closing) => close(database, closing),
    costSheet: () => orBusy(readCostSheet(database)),
    saveCostSheet: (sheet, seen) => orBusy(saveCostSheet(database, sheet, seen)),
  }
}
