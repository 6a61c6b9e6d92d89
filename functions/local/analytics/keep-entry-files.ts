import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Month } from '#program/month.ts'
import type { EntryFiles } from './entry-files.ts'

export interface KeepOptions {
  readonly files: EntryFiles
  /** The month of booking right now, in the program's zone. */
  readonly currentMonth: () => Month
  /** The first month that can have entries. */
  readonly since: Month
  readonly report: (error: unknown) => void
  /** How long to wait for more before a month is written again, in milliseconds. */
  readonly restMs?: number
}

export interface KeptEntryFiles {
  /** The same doors; whatever is recorded through them gets into the files. */
  watching<L extends Ledger, B extends Books>(ledger: L, books: B): { readonly ledger: L; readonly books: B }
  /** Writes what is still waiting, and then nothing more. */
  stop(): Promise<void>
}

const REST_MS = 2_000

/**
 * Keeps the files up to date: writes every month that is not whole once, and then a month again soon after something was
 * booked in it. Works beside the house: a failure is reported, and tried again with the next entry.
 */
export function keepEntryFiles(options: KeepOptions): KeptEntryFiles {
  const { files, currentMonth, since, report, restMs = REST_MS } = options
  const waiting = new Set<Month>()
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const writeWaiting = async () => {
    for (const month of [...waiting].sort((one, other) => one - other)) {
      waiting.delete(month)
      await files.write(month).catch(report)
    }
  }
  const writeAll = async () => {
    for (let month = since; month <= currentMonth() && !isStopped; month++) {
      if (!(await files.isWhole(month))) await files.write(month).catch(report)
    }
  }
  // One after the other, so that an older reading never takes the place of a newer one.
  let work = writeAll().catch(report)
  const rest = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      work = work.then(writeWaiting)
    }, restMs).unref()
  }
  /** What is booked lies in the month in which the call began, or in the one in which it ended. */
  const noticing = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      const before = currentMonth()
      try {
        return await call(...args)
      } finally {
        if (!isStopped) {
          waiting.add(before).add(currentMonth())
          rest()
        }
      }
    }
  }
  return {
    watching: (ledger, books) => ({
      ledger: {
        ...ledger,
        record: noticing(ledger.record),
        redeem: noticing(ledger.redeem),
        reverse: noticing(ledger.reverse),
      },
      books: { ...books, recordActuals: noticing(books.recordActuals) },
    }),
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await work
      await writeWaiting()
    },
  }
}
