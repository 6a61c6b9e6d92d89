import type { Api } from '#http/create-app.ts'
import { formatInstant } from '#http/instant.ts'
import { badCursor } from '#http/page.ts'
import type { LogEntry } from '#ledger/press.ts'
import { BadCursor } from '#ledger/refusals.ts'
import type { StudioDeps } from './app.ts'
import { getLog } from './publishing-routes.ts'

/** Everything that anyone did. */
export function serveLog({ serve }: Api, { press }: StudioDeps): void {
  serve(getLog, async (context, { query }) => {
    try {
      const { items, nextCursor } = await press.log(query)
      return context.json({ items: items.map(entryBody), nextCursor })
    } catch (error) {
      throw error instanceof BadCursor ? badCursor(error.message) : error
    }
  })
}

const entryBody = ({ version: _, ...entry }: LogEntry) => ({ ...entry, at: formatInstant(entry.at) })
