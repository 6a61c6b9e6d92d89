import { busy } from '#http/busy.ts'
import type { Count } from '#http/count.ts'
import { Problem, problemBody } from '#http/problem.ts'
import type { ActualCost, ActualOutcome } from '#ledger/actual-cost.ts'
import type { Books } from '#ledger/books.ts'
import type { Ledger, Outcome } from '#ledger/ledger.ts'
import type { LedgerEvent } from '#program/event.ts'
import { type Judged, judge } from './judge.ts'
import { keepRefused } from './keep-refused.ts'
import type { Result } from './result.ts'
import { type SentEvent, sentIdentity } from './sent-events.ts'

/** Where events go, and in whose name. */
export interface Receiver {
  readonly ledger: Pick<Ledger, 'record' | 'refuse' | 'program'>
  readonly books: Pick<Books, 'recordActuals'>
  /** Under which addresses are hashed. */
  readonly emailKey: Uint8Array
  /** Epoch milliseconds. */
  readonly now: number
  /** The subject of the token that sent them. */
  readonly sender: string
  readonly requestId: string
  readonly count: Count
}

/** What becomes of an event, before it is put into a result. */
export interface Verdict {
  readonly outcome: Result['outcome']
  readonly problem?: Problem
}

/**
 * Judges events, records those that are good and keeps those that are not; answers what became of each, in their order.
 * What could neither be stored nor kept is a `retry`.
 */
export async function receive(sent: readonly SentEvent[], receiver: Receiver): Promise<Result[]> {
  const { ledger, requestId, count } = receiver
  const currency = await currencyOf(ledger)
  const judged = sent.map(({ raw, faults }) => judge(raw, faults, { ...receiver, currency }))
  const outcomeOf = await recorded(judged, receiver)
  const verdicts = judged.map((one) => ('problem' in one ? rejected(one.problem) : verdict(outcomeOf.get(one))))
  const settled = await keepRefused(sent, verdicts, receiver)
  return sent.map(({ raw }, index) => {
    const { outcome, problem } = settled[index] ?? unsettled()
    count(outcome)
    return { ...sentIdentity(raw), outcome, ...(problem && { problem: problemBody(problem, requestId) }) }
  })
}

/** What became of each that is good: members' events, and what suppliers charged. */
async function recorded(judged: readonly Judged[], { ledger, books }: Receiver): Promise<Map<Judged, Outcome>> {
  const events = judged.filter((one): one is { event: LedgerEvent } => 'event' in one)
  const costs = judged.filter((one): one is { cost: ActualCost } => 'cost' in one)
  const ofEvents = events.length > 0 ? await ledger.record(events.map(({ event }) => event)) : []
  const ofCosts = costs.length > 0 ? await books.recordActuals(costs.map(({ cost }) => cost)) : []
  const outcomes = [...ofEvents, ...ofCosts.map(outcomeOfCost)]
  return new Map([...events, ...costs].flatMap((one, at) => (outcomes[at] ? [[one, outcomes[at]] as const] : [])))
}

/** A cost without a use is recorded too: finance sees it among those that are unmatched. */
function outcomeOfCost(outcome: ActualOutcome): Outcome {
  switch (outcome.kind) {
    case 'matched':
      return 'recorded'
    case 'unmatched':
      return outcome.again ? 'duplicate' : 'recorded'
    case 'duplicate':
    case 'conflict':
    case 'retry':
      return outcome.kind
    default:
      return outcome satisfies never
  }
}

async function currencyOf(ledger: Pick<Ledger, 'program'>): Promise<string> {
  const [edition] = (await ledger.program()).rules
  if (edition) return edition.currency
  throw new Problem(409, 'no_program', 'There is no program yet, so nothing can count. Publish an edition first.')
}

const rejected = (problem: Problem): Verdict => ({ outcome: 'rejected', problem })

function verdict(outcome: Outcome | undefined): Verdict {
  switch (outcome) {
    case 'recorded':
    case 'duplicate':
      return { outcome }
    case 'conflict':
      return { outcome, problem: taken() }
    case 'retry':
      return { outcome, problem: busy() }
    case undefined:
      throw new Error('The ledger answered fewer outcomes than there were events.')
    default:
      return outcome satisfies never
  }
}

const taken = () =>
  new Problem(
    409,
    'conflict',
    'An event of this source and id was recorded before with other content, which stands. Give a new event an id of its own.',
  )

function unsettled(): never {
  throw new Error('An event was left without a verdict.')
}
