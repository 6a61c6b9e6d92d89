import { busy } from '#http/busy.ts'
import { hasCardNumber } from '#http/card-number.ts'
import { inParallel } from '#ledger/in-parallel.ts'
import { Busy } from '#ledger/ledger.ts'
import { evidenceOf } from './evidence.ts'
import type { Receiver, Verdict } from './receive.ts'
import type { SentEvent } from './sent-events.ts'

const AT_ONCE = 16

/**
 * Keeps the events that were rejected or in conflict where operations see them. Answers the verdicts again; one whose event
 * the database was too busy to keep becomes a `retry`, so that nothing refused is lost.
 */
export async function keepRefused(
  sent: readonly SentEvent[],
  verdicts: readonly Verdict[],
  receiver: Receiver,
): Promise<Verdict[]> {
  const settled = [...verdicts]
  await inParallel(AT_ONCE, [...verdicts.entries()], async ([index, verdict]) => {
    if (!(await keep(sent[index]?.raw, verdict, receiver))) settled[index] = { outcome: 'retry', problem: busy() }
  })
  return settled
}

/** False when the database was too busy. */
async function keep(raw: unknown, { outcome, problem }: Verdict, receiver: Receiver): Promise<boolean> {
  if (!problem || (outcome !== 'rejected' && outcome !== 'conflict')) return true
  const { ledger, now, sender } = receiver
  const { code, message } = problem
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
