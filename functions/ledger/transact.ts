import {
  type CancellationReason,
  type DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { Item } from './keys.ts'
import { isTransient } from './transient.ts'
import { transactItem, type Write } from './write.ts'

/**
 * What became of a transaction. `written`: all of it. `busy`: the database could not do it now; whether it did is certain
 * only after another attempt with the same token. `lost`: nothing was written, because an assumption was wrong; with the
 * items that are there instead (null: nothing is there).
 */
export type Transacted =
  | { readonly kind: 'written' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'lost'; readonly winners: ReadonlyMap<string, Item | null> }

/**
 * Writes all or nothing, in one round trip. The SDK does not try a cancelled transaction again by itself, as only its
 * reasons tell whether that has any sense. `token` makes further attempts with the same writes harmless for ten minutes,
 * also when an answer was lost. Any error that is no answer of these passes through.
 */
export async function transact(
  client: DynamoDBClient,
  table: string,
  writes: readonly Write[],
  token: string,
): Promise<Transacted> {
  const items = writes.map((write) => transactItem(table, write))
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: token }))
    return { kind: 'written' }
  } catch (error) {
    if (isTransient(error)) return { kind: 'busy' }
    if (!(error instanceof TransactionCanceledException)) throw error
    const reasons = error.CancellationReasons ?? []
    const winners = winnersIn(writes, reasons)
    if (winners.size > 0) return { kind: 'lost', winners }
    if (reasons.some(({ Code }) => Code !== undefined && PASSING.has(Code))) return { kind: 'busy' }
    throw error
  }
}

const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/** Reasons stand in the order of the writes. */
function winnersIn(writes: readonly Write[], reasons: readonly CancellationReason[]): Map<string, Item | null> {
  const winners = new Map<string, Item | null>()
  writes.forEach(({ pk }, index) => {
    const reason = reasons[index]
    if (reason?.Code === 'ConditionalCheckFailed') winners.set(pk, reason.Item ?? null)
  })
  return winners
}
