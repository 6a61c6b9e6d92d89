import {
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListTagsOfResourceCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb'
import { tableReady } from '../aws/table-ready.ts'
import { belongsTo } from './belongs-to.ts'
import type { Deleter } from './delete-kept.ts'

/** A table, whose protection is taken away first. */
export function tableDeleter(client: DynamoDBClient, sleep: (ms: number) => Promise<void>): Deleter {
  return {
    async isOf(stage, TableName) {
      const { Table } = await client.send(new DescribeTableCommand({ TableName }))
      const { Tags } = await client.send(new ListTagsOfResourceCommand({ ResourceArn: Table?.TableArn }))
      return belongsTo(stage, Tags)
    },
    async remove(TableName) {
      await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }))
      await tableReady(client, TableName, sleep)
      await client.send(new DeleteTableCommand({ TableName }))
      return 'deleted'
    },
  }
}
