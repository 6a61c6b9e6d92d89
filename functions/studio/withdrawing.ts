import { Problem } from '#http/problem.ts'
import { beginningOf } from '#ledger/publications.ts'
import { SETTLING_MS } from '#program/checks/earliest-month.ts'
import { latestIn, type ProgramState } from './program-state.ts'
import type { Plan } from './publish.ts'

/**
 * What withdrawing an edition at an instant (epoch milliseconds) would publish. Throws 404 for one that there is not, and 409
 * for one that is in force, or soon enough that copies of it may be used already, or that another one follows.
 */
export function withdrawing(number: number, state: ProgramState, now: number): Plan {
  const record = state.records.findLast(({ edition }) => edition.edition === number)
  if (!record) throw new Problem(404, 'not_found', `There is no edition ${number}. Read the list of editions.`)
  const { edition, withdrawnAt } = record
  if (withdrawnAt !== null) throw new Problem(409, 'already_withdrawn', `Edition ${number} was withdrawn already.`)
  if (beginningOf(edition) <= now + SETTLING_MS) {
    const detail = `Edition ${number} is in force, or will be in less than ten minutes. Publish another one to follow it.`
    throw new Problem(409, 'in_force', detail)
  }
  const latest = latestIn(state)
  if (latest && latest.edition !== number) {
    const detail = `Edition ${latest.edition} follows edition ${number}. Withdraw edition ${latest.edition} first.`
    throw new Problem(409, 'not_the_latest', detail)
  }
  if (state.published.length === 1) {
    throw new Problem(409, 'only_edition', 'There is no other edition, and there has to be one.')
  }
  return {
    publication: { kind: 'withdrawal', edition: number },
    ...{ edition, what: 'withdrawn', costSheet: null },
    detail: `Edition ${number} is withdrawn: it will not take effect.`,
  }
}
