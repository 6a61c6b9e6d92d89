import type { TestProject } from 'vitest/node'
import { startHouse } from '#local/house.ts'
import { steadyClock } from './steady-clock.ts'

declare module 'vitest' {
  interface ProvidedContext {
    houseOrigin: string
  }
}

/** One whole house for all tests of the project, on a free port and a fixed day. */
export default async function setup(project: TestProject) {
  const house = await startHouse({
    port: 0,
    dataDir: null,
    now: steadyClock(),
    tell: () => {},
    report: (error) => console.error(error),
  })
  project.provide('houseOrigin', house.origin)
  return () => house.stop()
}
