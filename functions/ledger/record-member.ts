import type { Month } from '#program/month.ts'
import { entryPk, memberPk } from './keys.ts'
import type { Entry, Outcome } from './ledger.ts'
import { assertNotErasing } from './not-erasing.ts'
import { needed, plan } from './plan.ts'
import { type Database, settle } from './settle.ts'

/** What recording needs from outside. */
export interface Recorder extends Database {
  readonly monthOf: (time: number) => Month
}

/**
 * Records entries of one member in one transaction. What was not settled in as many attempts as patience has is to be sent
 * again, which is safe even where a write had succeeded after all.
 */
export async function recordMember(recorder: Recorder, entries: readonly Entry[]): Promise<readonly Outcome[]> {
  const { isSettled, planned } = await settle(
    recorder,
    (losses) => (losses > 1 ? everything(entries) : needed(entries)),
    async (known) => {
      assertNotErasing(known.get(memberPk(entries[0]?.subject ?? '')))
      return plan(known, entries, recorder.monthOf)
    },
  )
  if (isSettled) return planned.outcomes
  return (planned?.outcomes ?? entries.map(() => 'recorded')).map((was) => (was === 'recorded' ? 'retry' : was))
}

function everything(entries: readonly Entry[]): Set<string> {
  const own = entries.flatMap((entry) => [entryPk(entry), memberPk(entry.subject)])
  return new Set([...own, ...needed(entries)])
}
