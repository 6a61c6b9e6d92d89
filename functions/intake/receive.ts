import { busy } from '#http/busy.ts'
import { Problem, problemBody } from '#http/problem.ts'
import type { Ledger, Outcome } from '#ledger/ledger.ts'
import { judge } from './judge.ts'
import { keepRefused } from './keep-refused.ts'
import type { Result } from './result.ts'
import { type SentEvent, sentIdentity } from './sent-events.ts'

/** Where events go, and in whose name. */
export interface Receiver {
  readonly ledger: Pick<Ledger, 'record' | 'refuse' | 'program'>
  /** Under which addresses are hashed. */
  readonly emailKey: Uint8Array
  /** Epoch milliseconds. */
  readonly now: number
  /** The subject of the token that sent them. */
  readonly sender: string
  readonly requestId: string
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
  const { ledger, requestId } = receiver
  const currency = await currencyOf(ledger)
  const judged = sent.map(({ raw, faults }) => judge(raw, faults, { ...receiver, currency }))
  const good = judged.flatMap((one) => ('event' in one ? [one.event] : []))
  const outcomes = good.length > 0 ? await ledger.record(good) : []
  const outcomeOf = new Map(good.map((event, index) => [event, outcomes[index]]))
  const verdicts = judged.map((one) => ('event' in one ? verdict(outcomeOf.get(one.event)) : rejected(one.problem)))
  const settled = await keepRefused(sent, verdicts, receiver)
  return sent.map(({ raw }, index) => {
    const { outcome, problem } = settled[index] ?? unsettled()
    return { ...sentIdentity(raw), outcome, ...(problem && { problem: problemBody(problem, requestId) }) }
  })
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
