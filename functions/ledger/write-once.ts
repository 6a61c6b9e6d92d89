import { randomUUID } from 'node:crypto'
import { Busy } from './ledger.ts'
import { pause } from './patience.ts'
import type { Database } from './settle.ts'
import { transact } from './transact.ts'
import type { Write } from './write.ts'

/**
 * Writes all or nothing, once, also when answers are lost on the way: the item of the partition `marked`, which
 * `writesWith` gives the receipt, tells a write of this call from that of somebody else. False when an assumption was
 * wrong: nothing was written. Throws {@link Busy}.
 */
export async function writeOnce(
  { client, table, patience }: Database,
  marked: string,
  writesWith: (receipt: string) => readonly Write[],
): Promise<boolean> {
  const receipt = randomUUID()
  const writes = writesWith(receipt)
  for (let attempt = 0; attempt < patience.attempts; attempt++) {
    if (attempt > 0) await pause(patience, attempt)
    const result = await transact(client, table, writes, receipt)
    if (result.kind === 'written') return true
    if (result.kind === 'lost') return result.winners.get(marked)?.receipt?.S === receipt
  }
  throw new Busy('The database is too busy to write this down. Send the same request again in a moment.')
}
