import { type AttributeValue, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { type ImpactRun, MOST_LIST_BYTES, type MovedMember } from './impact-book.ts'
import { IMPACTS, impactListsPk, keyOf } from './keys.ts'
import { Busy } from './ledger.ts'
import { orBusy } from './transient.ts'
import type { Change } from './write.ts'

/** Undefined while no impact of the draft was ever begun. */
export async function readRun(client: DynamoDBClient, table: string, draft: string): Promise<ImpactRun | undefined> {
  const Key = { ...keyOf(IMPACTS, draft) }
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))
  return Item?.run?.S === undefined ? undefined : (JSON.parse(Item.run.S) as ImpactRun)
}

/** The run in place of the one that was seen, and the list of members that it has found since. Throws a RangeError. */
export function runWrites(run: ImpactRun, seen: number, moved: readonly MovedMember[], receipt: string): Change[] {
  const head: Change = {
    ...{ pk: IMPACTS, sk: run.draft },
    set: new Map<string, AttributeValue>([
      ['run', { S: JSON.stringify(run) }],
      ['receipt', { S: receipt }],
      ['saves', { N: String(run.saves) }],
    ]),
    add: new Map(),
    asSeen: new Map([['saves', seen === 0 ? undefined : { N: String(seen) }]]),
  }
  return moved.length === 0 ? [head] : [head, listWrite(run, moved)]
}

/** Lists go by their place in the run, so that a later run of the draft writes over them. */
function listWrite(run: ImpactRun, moved: readonly MovedMember[]): Change {
  const text = JSON.stringify(moved)
  const bytes = Buffer.byteLength(text)
  if (bytes > MOST_LIST_BYTES) throw new RangeError(`A list has up to ${MOST_LIST_BYTES} bytes, not ${bytes}.`)
  return {
    ...{ pk: impactListsPk(run.draft), sk: listSk(run.lists - 1) },
    set: new Map<string, AttributeValue>([
      ['of', { S: run.id }],
      ['moved', { S: text }],
    ]),
    add: new Map(),
    asSeen: new Map(),
  }
}

/** The lists of a run, one reading each. */
export async function* readMoved(
  client: DynamoDBClient,
  table: string,
  run: ImpactRun,
): AsyncGenerator<readonly MovedMember[]> {
  for (let list = 0; list < run.lists; list++) {
    const Key = { ...keyOf(impactListsPk(run.draft), listSk(list)) }
    const { Item } = await orBusy(client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true })))
    if (Item?.of?.S !== run.id) throw new Busy('The impact is being worked out anew. Ask again when it is done.')
    yield JSON.parse(Item.moved?.S ?? '[]') as MovedMember[]
  }
}

const listSk = (list: number) => String(list).padStart(6, '0')
