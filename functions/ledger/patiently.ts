import { Busy } from './ledger.ts'
import { type Patience, pause } from './patience.ts'
import { orBusy } from './transient.ts'

/** Makes a call that may be made again, as often as patience has it while the database is too busy. Throws {@link Busy}. */
export async function patiently<T>(patience: Patience, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await orBusy(call())
    } catch (error) {
      if (!(error instanceof Busy) || attempt >= patience.attempts) throw error
    }
    await pause(patience, attempt)
  }
}
