import { type AttributeValue, ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { ErasedItem } from './erased-item.ts'
import { keyOf } from './keys.ts'
import { patiently } from './patiently.ts'
import type { Database } from './settle.ts'

/** Attributes of one item set and removed, while one of them is as it was seen. */
export interface ErasingUpdate extends ErasedItem {
  readonly pk: string
  readonly seen: readonly [name: string, value: AttributeValue]
}

/** The update as the SDK takes it. */
export function updateInput(table: string, { pk, set, remove, seen }: ErasingUpdate) {
  const given = Object.entries(set)
  const names = [...given.map(([name]) => name), ...remove, seen[0]]
  const sets = given.map((_, index) => `#${index} = :${index}`).join(', ')
  const removals = remove.map((_, index) => `#${given.length + index}`).join(', ')
  return {
    TableName: table,
    Key: { ...keyOf(pk) },
    UpdateExpression: `SET ${sets}${removals && ` REMOVE ${removals}`}`,
    ConditionExpression: `#${names.length - 1} = :seen`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#${index}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(given.map(([, value], index) => [`:${index}`, value])),
      ':seen': seen[1],
    },
  }
}

/** Makes the update, once: where it has been made already the condition is lost, and nothing is left to do. */
export async function eraseIn({ client, table, patience }: Database, update: ErasingUpdate): Promise<void> {
  try {
    await patiently(patience, () => client.send(new UpdateItemCommand(updateInput(table, update))))
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}
