import { randomUUID } from 'node:crypto'

/** In AWS the id that the gateway logs too; never one that the caller chose. */
export function requestIdOf(bindings: unknown): string {
  const requestId = (bindings as { requestContext?: { requestId?: unknown } } | undefined)?.requestContext?.requestId
  return typeof requestId === 'string' ? requestId : randomUUID()
}
