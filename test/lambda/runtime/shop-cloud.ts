import { afterAll, expect } from 'vitest'
import { publishDemoProgram } from '#local/demo-program.ts'
import { type Cloud, openCloud } from './cloud.ts'
import { missing } from './gate.ts'

/**
 * The cloud of all tests of a file, with the demo shop's program in its ledger. When they are done, no function may have
 * asked for anything that its role does not allow.
 */
export async function shopCloud(): Promise<Cloud> {
  const cloud = await openCloud()
  afterAll(() => {
    cloud.stop()
    expect(missing(cloud.gate.asked)).toEqual([])
  })
  await publishDemoProgram(cloud.ledger())
  return cloud
}
