import { Problem } from '#http/problem.ts'
import type { Ledger, Program } from '#ledger/ledger.ts'

/** The program, with the currency and the zone that never change. */
export interface CheckedProgram extends Program {
  readonly currency: string
  readonly timeZone: string
}

/** Editions are cached, so this costs no read of its own. Throws a 409 problem where there is no program. */
export async function checkedProgram(ledger: Pick<Ledger, 'program'>): Promise<CheckedProgram> {
  const program = await ledger.program()
  const [first] = program.rules
  if (!first) throw new Problem(409, 'no_program', 'There is no program yet, so no amounts. Publish an edition first.')
  return { ...program, currency: first.currency, timeZone: first.timeZone }
}
