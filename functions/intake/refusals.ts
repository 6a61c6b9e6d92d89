import { formatInstant } from '#http/instant.ts'
import { badCursor } from '#http/page.ts'
import { Problem } from '#http/problem.ts'
import type { Ledger, Page, Refusal } from '#ledger/ledger.ts'
import { BadCursor } from '#ledger/refusals.ts'
import type { Evidence } from './evidence.ts'

/** A refusal as it is sent. */
type RefusalBody = Omit<Refusal, 'at' | 'event'> & Evidence & { readonly at: string }

interface Asked {
  readonly limit: number
  readonly cursor: string | null
}

/** A page of refusals as operations see it. Throws a 400 problem for a cursor that is not one. */
export async function refusalPage(ledger: Pick<Ledger, 'refusals'>, asked: Asked): Promise<Page<RefusalBody>> {
  try {
    const { items, nextCursor } = await ledger.refusals(asked)
    return { items: items.map(refusalBody), nextCursor }
  } catch (error) {
    throw error instanceof BadCursor ? badCursor(error.message) : error
  }
}

function refusalBody({ at, event, ...rest }: Refusal): RefusalBody {
  return { ...rest, at: formatInstant(at), ...(event as Evidence) }
}

/** The event of a refusal, to be taken in again as it came. Throws a 422 problem when parts of it were not kept. */
export function keptEvent({ event: evidence }: Refusal): unknown {
  // What is kept was made by `evidenceOf`, so its shape is known.
  const { event, withheld } = evidence as Evidence
  if (withheld.length === 0) return event
  const detail = `Parts of this event were not kept (${withheld.join(', ')}). Send the whole event, mended, as the body.`
  throw new Problem(422, 'not_kept', detail)
}
