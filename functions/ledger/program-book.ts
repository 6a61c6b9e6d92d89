import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { ProgramCosts } from '#program/document.ts'
import { publishEdition, readCosts, readEditions } from './editions.ts'
import type { Ledger, Program } from './ledger.ts'
import { orBusy } from './transient.ts'

/** The editions as the ledger hands them out: the program cached for a minute, costs for good, as they never change. */
export type ProgramBook = Pick<Ledger, 'program' | 'reread' | 'publish' | 'costs'>

const PROGRAM_CACHE_MS = 60_000

export function openProgramBook(client: DynamoDBClient, table: string, now: () => number): ProgramBook {
  let cached: { readonly program: Promise<Program>; readonly readAt: number } | undefined
  const known = new Map<number, ProgramCosts>()
  return {
    program() {
      if (cached && now() - cached.readAt < PROGRAM_CACHE_MS) return cached.program
      const reading = { program: orBusy(readEditions(client, table)), readAt: now() }
      cached = reading
      reading.program.catch(() => {
        if (cached === reading) cached = undefined
      })
      return reading.program
    },
    reread() {
      cached = undefined
    },
    async publish(edition, costs = {}) {
      const published = await orBusy(publishEdition(client, table, edition, costs))
      cached = undefined
      return published
    },
    async costs(edition) {
      const costs = known.get(edition) ?? (await orBusy(readCosts(client, table, edition)))
      // An edition that is not there yet may come, with costs of its own.
      if (costs) known.set(edition, costs)
      return costs ?? {}
    },
  }
}
