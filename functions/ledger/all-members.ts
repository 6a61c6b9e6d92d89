import { paginateScan } from '@aws-sdk/client-dynamodb'
import type { CostReader } from './cost-entries.ts'
import { eachItem } from './each-item.ts'
import { MEMBER } from './keys.ts'
import type { MemberRecord } from './ledger.ts'
import { memberRecord } from './member-item.ts'

/** See {@link Books.members}. */
export async function* allMembers({ client, table, monthOf }: CostReader): AsyncGenerator<MemberRecord> {
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      FilterExpression: 'begins_with(pk, :member)',
      ExpressionAttributeValues: { ':member': { S: MEMBER } },
    },
  )
  for await (const item of eachItem(pages)) yield memberRecord(item.pk?.S?.slice(MEMBER.length) ?? '', item, monthOf)
}
