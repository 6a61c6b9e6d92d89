import type { StageSettings } from './stage-settings.ts'

/**
 * Executions at once that are set aside for a room, and that it cannot exceed. The portal has none: what is left is its own,
 * about 800 of an account's usual thousand, and nothing that shops or staff do can take it away.
 */
const RESERVED = {
  // A shop that sends its whole past at once is slowed down, and sends again; customers do not wait for it.
  intake: 100,
  // A till in front of a customer is served while the portal is overrun.
  desk: 50,
  // Forecasts and exports go through the whole ledger for seconds: a few at a time, for a few people.
  studio: 10,
  finance: 10,
  // One publication at a time, beside the previews that an editor looks at.
  publisher: 5,
} as const

/** What is to be given to the function of a room, in a stage whose account has the executions for it. */
export function reservedFor(
  room: keyof typeof RESERVED,
  { reservesConcurrency }: Pick<StageSettings, 'reservesConcurrency'>,
): { readonly reservedConcurrency?: number } {
  return reservesConcurrency ? { reservedConcurrency: RESERVED[room] } : {}
}
