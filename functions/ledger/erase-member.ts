import { randomUUID } from 'node:crypto'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { type Eraser, itemAt, nameOf } from './erase-entry.ts'
import { updateInput } from './erase-update.ts'
import { erasedItem } from './erased-item.ts'
import { cardPk, emailPk, type Item, keyOf, memberPk } from './keys.ts'
import { Busy } from './ledger.ts'
import { ERASING } from './member-item.ts'
import { patiently } from './patiently.ts'
import { reunited } from './reunited.ts'
import { transactOnce } from './transact-once.ts'

/** How many addresses go with the member's item in one transaction, each two of its items; a transaction holds 100. */
const MOST_CLAIMS = 40

/**
 * The end of an erasure, all at once: the member's item goes to the pseudonym without what is personal in it, their card
 * leads nowhere, and no address is recognised any more. `claims` are the items of the enrolments by which one was.
 */
export async function eraseMember(eraser: Eraser, claims: readonly Item[]): Promise<void> {
  const item = await itemAt(eraser, memberPk(eraser.member))
  if (!item?.[ERASING]) return
  for (let from = 0; from + MOST_CLAIMS < claims.length; from += MOST_CLAIMS) {
    await write(eraser, releases(eraser, claims.slice(from, from + MOST_CLAIMS)))
  }
  const last = claims.slice(Math.floor((claims.length - 1) / MOST_CLAIMS) * MOST_CLAIMS)
  const moved = await movedItem(eraser, item, last)
  if (await write(eraser, [...moves(eraser, item, moved), ...releases(eraser, last)])) return
  // Somebody else did all of it, or the index named an enrolment that was done before.
  if ((await itemAt(eraser, memberPk(eraser.member)))?.[ERASING]) throw stillThere()
}

const stillThere = () => new Busy('The erasure is not done yet. Send the same request again in a moment.')

async function write({ client, patience }: Eraser, writes: readonly TransactWriteItem[]): Promise<boolean> {
  const token = randomUUID()
  return patiently(patience, () => transactOnce(client, writes, token))
}

/** What the pseudonym gets, and what must still be there in its place. */
interface Moved {
  readonly item: Item
  readonly before: Item | undefined
}

async function movedItem(eraser: Eraser, item: Item, claims: readonly Item[]): Promise<Moved> {
  const before = await itemAt(eraser, memberPk(eraser.pseudonym))
  const { name: _, card: __, signedOut: ___, [ERASING]: ____, ...rest } = item
  return { item: before ? await reunited(eraser, claims, [before, item]) : rest, before }
}

function moves({ table, member, pseudonym }: Eraser, { card }: Item, { item, before }: Moved): TransactWriteItem[] {
  const isErasing = `attribute_exists(${ERASING})`
  const put = { TableName: table, Item: { ...item, ...keyOf(memberPk(pseudonym)) } }
  return [
    { Delete: { TableName: table, Key: { ...keyOf(memberPk(member)) }, ConditionExpression: isErasing } },
    { Put: { ...put, ...asBefore(before) } },
    ...(card?.S === undefined ? [] : [{ Delete: { TableName: table, Key: { ...keyOf(cardPk(card.S)) } } }]),
  ]
}

/** Uses of an erased member can still be taken back: then their count is another. */
function asBefore(before: Item | undefined) {
  if (!before) return { ConditionExpression: 'attribute_not_exists(pk)' }
  if (!before.redemptions) return { ConditionExpression: 'attribute_not_exists(redemptions)' }
  return {
    ConditionExpression: 'redemptions = :seen',
    ExpressionAttributeValues: { ':seen': before.redemptions },
  }
}

/** Each enrolment, and the address recognised by it. */
function releases(eraser: Eraser, claims: readonly Item[]): TransactWriteItem[] {
  const { table, pseudonym, leafOf } = eraser
  return claims.flatMap((item) => [
    {
      Update: updateInput(table, {
        ...{ pk: item.pk?.S ?? '', ...erasedItem(item, pseudonym, leafOf) },
        seen: ['member', nameOf(eraser)],
      }),
    },
    { Delete: { TableName: table, Key: { ...keyOf(emailPk(item.emailHash?.S ?? '')) } } },
  ])
}
