import type { AttributeValue, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { type Item, type Key, keyOf } from './keys.ts'

/** A change of one item, and what must be true of it for the change to be right. */
export type Write = PutNew | Change | Absence

/** Nothing is written here: there must be no item for the rest to be right. */
export interface Absence {
  readonly pk: string
  readonly isAbsent: true
}

/** An item where there must be none. */
export interface PutNew {
  readonly pk: string
  readonly item: Item
}

/** Attributes set, and numbers added to, in an item that may or may not be there. */
export interface Change {
  readonly pk: string
  /** Left out where the partition holds one item only. */
  readonly sk?: string
  readonly set: ReadonlyMap<string, AttributeValue>
  readonly add: ReadonlyMap<string, bigint>
  /** Attributes that must still be what was seen; undefined: not there. */
  readonly asSeen: ReadonlyMap<string, AttributeValue | undefined>
  /** There must be an item already. */
  readonly isThere?: true
}

/** The write as one item of a transaction. When its condition is lost, the answer carries the item that won. */
export function transactItem(table: string, write: Write): TransactWriteItem {
  const notThereYet = 'attribute_not_exists(pk)'
  const alike = { TableName: table, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const
  if ('item' in write) return { Put: { ...alike, Item: write.item, ConditionExpression: notThereYet } }
  if ('isAbsent' in write) {
    return { ConditionCheck: { ...alike, Key: { ...keyOf(write.pk) } satisfies Key, ConditionExpression: notThereYet } }
  }
  return { Update: { ...alike, Key: { ...keyOf(write.pk, write.sk) } satisfies Key, ...updateOf(write) } }
}

interface Expressions {
  UpdateExpression: string
  ConditionExpression?: string
  ExpressionAttributeNames: Record<string, string>
  ExpressionAttributeValues: Record<string, AttributeValue>
}

/** Names and values go by number, because attribute names hold ids and every character that an id may have. */
function updateOf({ set, add, asSeen, isThere }: Change): Expressions {
  const names: Record<string, string> = {}
  const values: Record<string, AttributeValue> = {}
  const numbers = new Map<string, number>()
  const nameOf = (attribute: string) => {
    const number = numbers.get(attribute) ?? numbers.size
    numbers.set(attribute, number)
    names[`#${number}`] = attribute
    return `#${number}`
  }
  const placeholderOf = (value: AttributeValue) => {
    const placeholder = `:${Object.keys(values).length}`
    values[placeholder] = value
    return placeholder
  }
  const sets = [...set].map(([name, value]) => `${nameOf(name)} = ${placeholderOf(value)}`)
  const adds = [...add].map(([name, value]) => `${nameOf(name)} ${placeholderOf({ N: String(value) })}`)
  const conditions = [...asSeen].map(([name, seen]) =>
    seen ? `${nameOf(name)} = ${placeholderOf(seen)}` : `attribute_not_exists(${nameOf(name)})`,
  )
  if (isThere) conditions.push('attribute_exists(pk)')
  return {
    UpdateExpression: [clause('SET', sets), clause('ADD', adds)].filter(Boolean).join(' '),
    ...(conditions.length > 0 && { ConditionExpression: conditions.join(' AND ') }),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  }
}

const clause = (word: string, parts: readonly string[]) => (parts.length > 0 ? `${word} ${parts.join(', ')}` : '')
