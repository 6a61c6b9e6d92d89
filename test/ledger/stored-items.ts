import { type AttributeValue, paginateScan } from '@aws-sdk/client-dynamodb'
import type { FreshLedger } from './fresh-ledger.ts'

/** Every item of the table as stored, by partition. */
export async function storedItems({ client, table }: Pick<FreshLedger, 'client' | 'table'>) {
  const items = new Map<string, Record<string, AttributeValue>>()
  for await (const page of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
    for (const item of page.Items ?? []) items.set(item.pk?.S ?? '', item)
  }
  return items
}
