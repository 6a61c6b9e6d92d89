import { CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { HISTORY, ORDERS, PERIOD } from './keys.ts'

/** The shape of the table, without its name. The stack that creates it in AWS is tested against this. */
export const tableSchema = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'member', AttributeType: 'S' },
    { AttributeName: 'time', AttributeType: 'N' },
    { AttributeName: 'period', AttributeType: 'S' },
    { AttributeName: 'recordedAt', AttributeType: 'N' },
    { AttributeName: 'order', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: HISTORY,
      KeySchema: [
        { AttributeName: 'member', KeyType: 'HASH' },
        { AttributeName: 'time', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: PERIOD,
      KeySchema: [
        { AttributeName: 'period', KeyType: 'HASH' },
        { AttributeName: 'recordedAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: ORDERS,
      KeySchema: [{ AttributeName: 'order', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  BillingMode: 'PAY_PER_REQUEST',
} satisfies Omit<CreateTableCommandInput, 'TableName'>

/**
 * Creates the table in a local database; in AWS the stack does. False when it is there already. Without the stream, which
 * nothing reads here: the embedded database looks through all of it at every write, so that 20,000 events take a minute.
 */
export async function createTable(client: DynamoDBClient, name: string): Promise<boolean> {
  const { StreamSpecification: _, ...schema } = tableSchema
  try {
    await client.send(new CreateTableCommand({ TableName: name, ...schema }))
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceInUseException') return false
    throw error
  }
}
