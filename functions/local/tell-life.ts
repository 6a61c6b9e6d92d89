import type { Ledger } from '#ledger/ledger.ts'
import type { Redemption } from '#ledger/redemption.ts'
import type { LedgerEvent } from '#program/event.ts'
import type { DemoUse } from './demo-data/perk-uses.ts'
import { SetupFault } from './setup-fault.ts'

/** A ledger whose clock is set before each call. */
export interface Storyteller {
  readonly ledger: Pick<Ledger, 'record' | 'redeem' | 'reverse'>
  /** Epoch milliseconds. */
  clock: number
}

/**
 * Tells what one member did and asked for in the order in which it happened, so that each use is decided by what was known
 * then. Returns the uses that were granted. Told again, it is the same.
 */
export async function tellLife(
  teller: Storyteller,
  events: readonly LedgerEvent[],
  uses: readonly DemoUse[],
  now: number,
): Promise<readonly Redemption[]> {
  const granted: Redemption[] = []
  let left = events.toSorted((one, other) => one.time - other.time)
  const tellUntil = async (time: number) => {
    const due = left.filter((event) => event.time <= time)
    left = left.filter((event) => event.time > time)
    teller.clock = time
    const outcomes = due.length > 0 ? await teller.ledger.record(due) : []
    if (outcomes.includes('retry')) throw tooBusy()
  }
  for (const step of stepsOf(uses)) {
    await tellUntil(step.at)
    if (step.isReversal) {
      const use = granted.find(
        ({ basket, perk }) => basket?.order === step.use.request.basket?.order && perk === step.use.request.perk,
      )
      if (use && (await teller.ledger.reverse(use.id, 'till')).kind === 'retry') throw tooBusy()
      continue
    }
    const answer = await teller.ledger.redeem(step.use.request)
    if (answer.kind === 'retry') throw tooBusy()
    if (answer.kind === 'granted') granted.push(answer.redemption)
  }
  await tellUntil(now)
  return granted
}

const stepsOf = (uses: readonly DemoUse[]) =>
  uses
    .flatMap((use) => [
      { at: use.at, use, isReversal: false },
      ...(use.reversedAt === null ? [] : [{ at: use.reversedAt, use, isReversal: true }]),
    ])
    .sort((one, other) => one.at - other.at)

/** What to say where the database would not take the demo. */
export const tooBusy = () => new SetupFault('The database was too busy to take the demo data. Start again in a minute.')
