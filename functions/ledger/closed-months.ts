import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { Month } from '#program/month.ts'
import { startOfMonth } from '#program/zone.ts'
import { type Item, keyOf, LAST_CLOSED } from './keys.ts'
import { Busy } from './ledger.ts'
import { pause } from './patience.ts'
import type { Database } from './settle.ts'
import { orBusy } from './transient.ts'

const CACHE_MS = 60_000

/** The month that was closed last; undefined while none is. */
export const lastClosedIn = (item: Item | null | undefined): Month | undefined =>
  item?.month?.N === undefined ? undefined : Number(item.month.N)

/**
 * From which instant on (epoch milliseconds) entries may be booked: the end of the last closed month, 0 while none is. Read
 * again when a minute has passed. A month is closed an hour after its end at the earliest, so that neither a clock that
 * lags nor a reading that is a minute old leads into it. Throws {@link Busy}.
 */
export function openClosedMonths(database: Database, now: () => number): (timeZone: string) => Promise<number> {
  let cached: { readonly last: Promise<Month | undefined>; readonly readAt: number } | undefined
  return async (timeZone) => {
    if (!cached || Math.abs(now() - cached.readAt) >= CACHE_MS) {
      const reading = { last: readLastClosed(database), readAt: now() }
      cached = reading
      reading.last.catch(() => {
        if (cached === reading) cached = undefined
      })
    }
    const month = await cached.last
    return month === undefined ? 0 : startOfMonth(month + 1, timeZone)
  }
}

async function readLastClosed({ client, table, patience }: Database): Promise<Month | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      const get = new GetItemCommand({ TableName: table, Key: { ...keyOf(LAST_CLOSED) }, ConsistentRead: true })
      return lastClosedIn((await orBusy(client.send(get))).Item)
    } catch (error) {
      if (!(error instanceof Busy) || attempt === patience.attempts) throw error
      await pause(patience, attempt)
    }
  }
}
