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

/** The events of a body: one, or the entries of a batch. Throws a 400 problem for a batch that is no list of 1 to 500. */
export function sentEvents({ mediaType, value, faults }: JsonBody): SentEvent[] {
  if (mediaType === ONE) return [{ raw: value, faults }]
  if (!Array.isArray(value)) throw notABatch(`a batch is a list. For one event send Content-Type: ${ONE}`)
  if (value.length === 0) throw notABatch('the batch is empty. Send at least one event')
  if (value.length > MAX_BATCH)
    throw notABatch(`the batch has ${value.length} events. Send at most ${MAX_BATCH} at once`)
  const byEvent = Map.groupBy(faults, ({ pointer }) => Number(pointer.split('/')[1]))
  return value.map((raw, index) => ({ raw, faults: (byEvent.get(index) ?? []).map(fromEvent) }))
}

const notABatch = (why: string) => new Problem(400, 'not_a_batch', `Nothing was taken: ${why}.`)

/** "/3/data/units" → "/data/units". */
const fromEvent = (fault: Fault): Fault => ({ ...fault, pointer: fault.pointer.replace(/^\/\d+/, '') })

/** The identity that an event claims; null for what it does not say. */
export function sentIdentity(raw: unknown): { readonly source: string | null; readonly id: string | null } {
  const source = field(raw, '/source')
  const id = field(raw, '/id')
  return { source: typeof source === 'string' ? source : null, id: typeof id === 'string' ? id : null }
}
