import { randomUUID } from 'node:crypto'
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb'
import type { PublishedEdition } from '#program/document.ts'
import { editionOf } from '#program/edition.ts'
import { EDITIONS, editionSk, keyOf } from './keys.ts'
import type { Program } from './ledger.ts'

/** Every edition there is, in the order in which they take effect. */
export async function readEditions(client: DynamoDBClient, table: string): Promise<Program> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: EDITIONS } },
    },
  )
  const editions: PublishedEdition[] = []
  for await (const { Items = [] } of pages) {
    for (const { published } of Items) editions.push(JSON.parse(published?.S ?? '') as PublishedEdition)
  }
  const published = editions.sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
  return { published, rules: published.map(({ document, ...dated }) => editionOf({ ...document, ...dated })) }
}

/**
 * Adds an edition; false when its number is taken. The receipt tells an edition that this call stored, before its answer
 * was lost, from one that somebody else published.
 */
export async function publishEdition(
  client: DynamoDBClient,
  table: string,
  edition: PublishedEdition,
): Promise<boolean> {
  const receipt = randomUUID()
  const item = {
    ...keyOf(EDITIONS, editionSk(edition.edition)),
    published: { S: JSON.stringify(edition) },
    receipt: { S: receipt },
  }
  const numberIsFree = 'attribute_not_exists(pk)'
  try {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: item,
        ConditionExpression: numberIsFree,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    )
    return true
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return error.Item?.receipt?.S === receipt
  }
}
