import { randomUUID } from 'node:crypto'
import { type AttributeValue, GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { plusRefund } from '#program/net.ts'
import type { Booked } from './books.ts'
import type { Calendar } from './calendar.ts'
import { eachItem } from './each-item.ts'
import { refundsAttribute, refundsIn, refundsValue } from './entry-item.ts'
import { eraseIn } from './erase-update.ts'
import { erasedItem } from './erased-item.ts'
import { ENTRY, entryPk, HISTORY, type Item, keyOf, orderPk, REDEMPTION } from './keys.ts'
import { patiently } from './patiently.ts'
import { redemptionIn } from './redemption-item.ts'
import type { Leaf } from './seal/leaf.ts'
import type { Database } from './settle.ts'
import { transactOnce } from './transact-once.ts'

/** What erasing a member needs from outside. */
export interface Eraser extends Database, Calendar {
  readonly member: string
  readonly pseudonym: string
  readonly leafOf: (booked: Booked) => Leaf
}

/**
 * Erases the member in one entry, or in one refused attempt. What bears the member's name elsewhere because of it goes
 * first: once the entry itself is done nobody finds it again.
 */
export async function eraseEntry(eraser: Eraser, item: Item): Promise<void> {
  const pk = item.pk?.S ?? ''
  if (pk.startsWith(ENTRY) && item.type?.S === 'refund') await renameRefunds(eraser, item)
  if (pk.startsWith(REDEMPTION) && item.type?.S === 'redemption') await moveOrder(eraser, item)
  await eraseIn(eraser, { pk, ...erasedItem(item, eraser.pseudonym, eraser.leafOf), seen: ['member', nameOf(eraser)] })
}

export const nameOf = ({ member }: Eraser): AttributeValue => ({ S: member })

/** What the member's refunds ask back stands at the purchase that they name, whosesoever it is, under the member's id. */
async function renameRefunds(eraser: Eraser, { pk, purchase }: Item): Promise<void> {
  if (purchase?.S === undefined) return
  const [source] = JSON.parse(pk?.S?.slice(ENTRY.length) ?? '') as [string, string]
  const at = entryPk({ source, id: purchase.S })
  const [before, after] = [refundsAttribute(eraser.member), refundsAttribute(eraser.pseudonym)]
  const { [before]: asked, [after]: earlier } = (await itemAt(eraser, at)) ?? {}
  if (!asked) return
  const sum = earlier ? refundsValue(plusRefund(refundsIn(earlier), refundsIn(asked))) : asked
  await eraseIn(eraser, { pk: at, set: { [after]: sum }, remove: [before], seen: [before, asked] })
}

/** How often a perk was used for an order is counted under the member's id. */
async function moveOrder(eraser: Eraser, item: Item): Promise<void> {
  const { client, table, member, pseudonym } = eraser
  const use = redemptionIn(item)
  const order = use.basket?.order
  if (use.kind !== 'redemption' || use.usedInOrder === null || order === undefined) return
  const from = orderPk(member, use.perk, order)
  const counted = await itemAt(eraser, from)
  if (!counted) return
  const to = keyOf(orderPk(pseudonym, use.perk, order))
  const isStillThere = 'attribute_exists(pk)'
  const writes = [
    { Delete: { TableName: table, Key: { ...keyOf(from) }, ConditionExpression: isStillThere } },
    {
      Update: {
        ...{ TableName: table, Key: { ...to }, UpdateExpression: 'ADD uses :uses' },
        ExpressionAttributeValues: { ':uses': counted.uses ?? { N: '0' } },
      },
    },
  ]
  const token = randomUUID()
  await patiently(eraser.patience, () => transactOnce(client, writes, token))
}

/** As it is now. Throws {@link Busy}. */
export async function itemAt({ client, table, patience }: Database, pk: string): Promise<Item | undefined> {
  const get = new GetItemCommand({ TableName: table, Key: { ...keyOf(pk) }, ConsistentRead: true })
  return (await patiently(patience, () => client.send(get))).Item
}

/** All that the index has of a member: entries, and refused attempts. Throws {@link Busy}. */
export function itemsOf({ client, table }: Database, member: string): AsyncGenerator<Item> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      IndexName: HISTORY,
      KeyConditionExpression: '#member = :member',
      ExpressionAttributeNames: { '#member': 'member' },
      ExpressionAttributeValues: { ':member': { S: member } },
    },
  )
  return eachItem(pages)
}
