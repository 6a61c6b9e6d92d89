import { parseBy } from '#http/parse.ts'
import { type Fault, faultyFields, type Problem } from '#http/problem.ts'
import type { ActualCost } from '#ledger/actual-cost.ts'
import type { LedgerEvent } from '#program/event.ts'
import { actualCost } from './actual-cost.ts'
import { cardFaults } from './card-faults.ts'
import { eventSchema } from './event-schema.ts'
import { type Judgement, ledgerEvent } from './ledger-event.ts'

/** The ledger's event, or what a supplier charged, or the problem with what was sent. */
export type Judged = { readonly event: LedgerEvent } | { readonly cost: ActualCost } | { readonly problem: Problem }

/**
 * Judges one CloudEvent: 400 when its form is wrong, 422 when the form is right but what it says cannot be. `found` is what
 * parsing its text brought up.
 */
export function judge(raw: unknown, found: readonly Fault[], by: Judgement): Judged {
  const early = problemOf(422, cardFaults(raw)) ?? problemOf(400, found)
  if (early) return { problem: early }
  const parsed = parseBy(eventSchema, raw)
  if (!parsed.ok) return { problem: faultyFields(400, parsed.faults) }
  const faults: Fault[] = []
  const sent = parsed.value
  const judged =
    sent.type === 'cost' ? { cost: actualCost(sent, by, faults) } : { event: ledgerEvent(sent, by, faults) }
  const problem = problemOf(422, faults)
  return problem ? { problem } : judged
}

function problemOf(status: 400 | 422, [first, ...others]: readonly Fault[]): Problem | undefined {
  return first && faultyFields(status, [first, ...others])
}
