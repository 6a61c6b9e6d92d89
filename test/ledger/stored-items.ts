import { type AttributeValue, paginateScan } from '@aws-sdk/client-dynamodb'
import type { FreshLedger } from './fresh-ledger.ts'

/** Every item of the table as stored, by partition, and by sort key where a partition holds several. */
export async function storedItems({ client, table }: Pick<FreshLedger, 'client' | 'table'>) {
  const items = new Map<string, Record<string, AttributeValue>>()
  for await (const page of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
    for (const item of page.Items ?? []) {
      const [pk = '', sk = '.'] = [item.pk?.S, item.sk?.S]
      items.set(sk === '.' ? pk : `${pk} ${sk}`, item)
    }
  }
  return items
}
