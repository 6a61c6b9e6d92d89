import { type AttributeValue, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { Item } from '#ledger/keys.ts'
import { tableSchema } from '#ledger/table.ts'
import { itemSize } from './item-size.ts'

/** What a command of the SDK would write: the parts of it that say where. */
interface Writing {
  readonly Key?: Item
  readonly Item?: Item
}

/** An item as it was and as it is; undefined: not there. */
interface Change {
  readonly before: Item | undefined
  readonly after: Item | undefined
  readonly isTransacted: boolean
}

/** Does a call to the database, and says what it writes by AWS's rules: emulators count transactions in ways of their own. */
export async function writeUnitsOf<T>(
  { plain, table }: { readonly plain: DynamoDBClient; readonly table: string },
  input: object,
  call: () => Promise<T>,
): Promise<{ readonly answer: T; readonly units: number }> {
  const { keys, isTransacted } = writtenBy(input)
  const read = async (Key: Item) => (await plain.send(new GetItemCommand({ TableName: table, Key }))).Item
  const before = await Promise.all(keys.map(read))
  const answer = await call()
  const after = await Promise.all(keys.map(read))
  const changes = keys.map((_, index) => ({ before: before[index], after: after[index], isTransacted }))
  return { answer, units: changes.reduce((sum, change) => sum + unitsOf(change), 0) }
}

function writtenBy(input: object): { readonly keys: readonly Item[]; readonly isTransacted: boolean } {
  if ('TransactItems' in input) {
    const parts = input.TransactItems as readonly Readonly<Record<string, Writing>>[]
    return { keys: parts.flatMap((part) => Object.values(part).flatMap(keyIn)), isTransacted: true }
  }
  const isWrite = 'Item' in input || 'UpdateExpression' in input
  return { keys: isWrite ? keyIn(input as Writing) : [], isTransacted: false }
}

function keyIn({ Key, Item }: Writing): readonly Item[] {
  const { pk, sk } = Key ?? Item ?? {}
  return pk && sk ? [{ pk, sk }] : []
}

/** A kilobyte of the larger of both sizes is a unit, in a transaction two; each index that changes is written besides. */
function unitsOf({ before, after, isTransacted }: Change): number {
  const own = kilobytes(before, after) * (isTransacted ? 2 : 1)
  return tableSchema.GlobalSecondaryIndexes.reduce((sum, index) => sum + indexUnits(index, before, after), own)
}

type Index = (typeof tableSchema.GlobalSecondaryIndexes)[number]

function indexUnits(index: Index, before: Item | undefined, after: Item | undefined): number {
  const [was, is] = [projected(index, before), projected(index, after)]
  if (JSON.stringify(was) === JSON.stringify(is)) return 0
  const isMoved = was && is && keysOf(index).some((name) => textOf(was[name]) !== textOf(is[name]))
  return isMoved ? kilobytes(was) + kilobytes(is) : kilobytes(was, is)
}

/** What an index keeps of an item; undefined where the item lacks one of its keys. */
export function projected(index: Index, item: Item | undefined): Item | undefined {
  const keys = keysOf(index)
  if (!item || keys.some((name) => item[name] === undefined)) return undefined
  if (index.Projection.ProjectionType === 'ALL') return item
  return Object.fromEntries(['pk', 'sk', ...keys].flatMap((name) => (item[name] ? [[name, item[name]]] : [])))
}

const keysOf = (index: Index): readonly string[] => index.KeySchema.map(({ AttributeName }) => AttributeName)

const textOf = (value: AttributeValue | undefined) => JSON.stringify(value)

const kilobytes = (...items: readonly (Item | undefined)[]): number =>
  Math.max(1, ...items.map((item) => Math.ceil(itemSize(item ?? {}) / 1024)))
