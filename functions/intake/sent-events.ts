import { type Fault, Problem } from '#http/problem.ts'
import type { JsonBody } from '#http/read-body.ts'
import { field } from './field.ts'
import { MAX_BATCH } from './limits.ts'

export const ONE = 'application/cloudevents+json'
export const BATCH = 'application/cloudevents-batch+json'

/** An event as it came, with what parsing its text brought up; pointers begin at the event. */
export interface SentEvent {
  readonly raw: unknown
  readonly faults: readonly Fault[]
}

/**
 * The events of a body: one, or the entries of a batch. Throws a 400 problem for one that is a list, and for a batch that
 * is no list of 1 to 500.
 */
export function sentEvents({ mediaType, value, faults }: JsonBody): SentEvent[] {
  if (mediaType === ONE) {
    if (Array.isArray(value)) throw refused('not_one_event', `this is a list. For a batch send Content-Type: ${BATCH}`)
    return [{ raw: value, faults }]
  }
  if (!Array.isArray(value)) throw refused('not_a_batch', `this is no list. For one event send Content-Type: ${ONE}`)
  if (value.length === 0) throw refused('not_a_batch', 'the batch is empty. Send at least one event')
  if (value.length > MAX_BATCH) {
    throw refused('not_a_batch', `the batch has ${value.length} events. Send at most ${MAX_BATCH} at once`)
  }
  const byEvent = Map.groupBy(faults, ({ pointer }) => Number(pointer.split('/')[1]))
  return value.map((raw, index) => ({ raw, faults: (byEvent.get(index) ?? []).map(fromEvent) }))
}

const refused = (code: string, why: string) => new Problem(400, code, `Nothing was taken: ${why}.`)

/** "/3/data/units" → "/data/units". */
const fromEvent = (fault: Fault): Fault => ({ ...fault, pointer: fault.pointer.replace(/^\/\d+/, '') })

/** The identity that an event claims; null for what it does not say. */
export function sentIdentity(raw: unknown): { readonly source: string | null; readonly id: string | null } {
  const source = field(raw, '/source')
  const id = field(raw, '/id')
  return { source: typeof source === 'string' ? source : null, id: typeof id === 'string' ? id : null }
}
