import { DescribeTableCommand, type DynamoDBClient, type TableDescription } from '@aws-sdk/client-dynamodb'

/** How long between two looks. */
const LOOK_EVERY_MS = 15_000

/** Waits until nothing is being done to a table any more. `tell` is told at every look that it is not so yet. */
export async function tableReady(
  client: DynamoDBClient,
  TableName: string,
  sleep: (ms: number) => Promise<void>,
  tell: (status: string) => void = () => {},
): Promise<TableDescription> {
  for (;;) {
    const { Table = {} } = await client.send(new DescribeTableCommand({ TableName }))
    if (Table.TableStatus === 'ACTIVE') return Table
    tell(Table.TableStatus ?? 'unknown')
    await sleep(LOOK_EVERY_MS)
  }
}
