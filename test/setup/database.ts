import type { TestProject } from 'vitest/node'
import { startDatabase } from '#local/dynoxide.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseEndpoint: string
  }
}

/** One database in memory for all tests of the project; each test makes tables of its own (`fresh-ledger.ts`). */
export default async function setup(project: TestProject) {
  const database = await startDatabase()
  project.provide('databaseEndpoint', database.endpoint)
  return () => database.stop()
}
