import { API_CHECKS } from './api-checks.ts'
import { type Check, NotAsExpected, type Portal } from './check.ts'
import { MACHINE_CHECK } from './machine-check.ts'
import { PAGE_CHECKS } from './page-checks.ts'
import { SIGN_IN_CHECKS } from './sign-in-checks.ts'

/** All that is looked at, in the order in which one fault explains the next. What cannot be looked at is left out. */
function checksFor(portal: Portal): readonly Check[] {
  const all = [...PAGE_CHECKS, ...API_CHECKS, ...SIGN_IN_CHECKS, MACHINE_CHECK]
  return all.filter(({ isFor }) => isFor?.(portal) ?? true)
}

/** Runs every check, one after the other, and tells a line of each and one of all. Returns how many failed. */
export async function runChecks(portal: Portal, tell: (line: string) => void): Promise<number> {
  const checks = checksFor(portal)
  let failed = 0
  for (const { name, run } of checks) {
    const fault = await faultOf(run(portal))
    if (fault !== null) failed++
    tell(fault === null ? `ok      ${name}` : `FAILED  ${name}: ${fault}.`)
  }
  tell(`${checks.length - failed} ok, ${failed} failed`)
  return failed
}

async function faultOf(running: Promise<void>): Promise<string | null> {
  try {
    await running
    return null
  } catch (error) {
    if (error instanceof NotAsExpected) return error.message
    throw error
  }
}
