import { identityOf, type LedgerEvent, sameContent } from './event.ts'

/** Events of which each identity stands once, and those whose identity was taken by other content. */
export interface FirstWords {
  readonly events: readonly LedgerEvent[]
  readonly conflicts: readonly LedgerEvent[]
}

/**
 * Of events in their order of arrival, the first of each identity: a later one with the same content is a duplicate, with
 * other content a conflict, and neither changes anything (standing.md, "Events").
 */
export function firstWords(arrived: readonly LedgerEvent[]): FirstWords {
  const byIdentity = new Map<string, LedgerEvent>()
  const conflicts: LedgerEvent[] = []
  for (const event of arrived) {
    const identity = identityOf(event)
    const first = byIdentity.get(identity)
    if (!first) byIdentity.set(identity, event)
    else if (!sameContent(first, event)) conflicts.push(event)
  }
  return { events: [...byIdentity.values()], conflicts }
}
