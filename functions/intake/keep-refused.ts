import { hasCardNumber } from '#http/card-number.ts'
import type { Problem } from '#http/problem.ts'
import { Busy, type Refusal } from '#ledger/ledger.ts'
import { evidenceOf } from './evidence.ts'
import type { Receiver } from './receive.ts'

/** Keeps an event that was not stored where operations see it; false when the database is too busy for that too. */
export async function keepRefused(
  raw: unknown,
  outcome: Refusal['outcome'],
  { code, message }: Problem,
  { ledger, now, sender }: Receiver,
): Promise<boolean> {
  // A sentence may repeat what was sent, an amount for one.
  const detail = hasCardNumber(message) ? 'What was wrong is left out: it repeats what may be a card number.' : message
  try {
    await ledger.refuse({ at: now, outcome, sender, code, detail, event: evidenceOf(raw) })
    return true
  } catch (error) {
    if (error instanceof Busy) return false
    throw error
  }
}
