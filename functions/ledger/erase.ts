import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { Calendar } from './calendar.ts'
import { type Eraser, eraseEntry, itemAt, itemsOf } from './erase-entry.ts'
import { eraseMember } from './erase-member.ts'
import { eraseRefusals } from './erase-refusals.ts'
import { inParallel } from './in-parallel.ts'
import { ENTRY, type Item, keyOf, memberPk, REDEMPTION, REVERSAL } from './keys.ts'
import { Busy } from './ledger.ts'
import { ERASING } from './member-item.ts'
import { pause } from './patience.ts'
import { patiently } from './patiently.ts'
import { isPseudonym, pseudonymOf } from './pseudonym.ts'
import { leafMaker } from './seal/leaf.ts'
import type { Database } from './settle.ts'

/** How many entries are worked on at the same time, and how many are in memory. */
const MOST_AT_ONCE = 16
const MOST_IN_MEMORY = 500
/** How often an index that lags is gone through again before the caller is told. */
const MOST_PASSES = 4

/**
 * Erases a member (trust.md, I19): see {@link Ledger.erase}. Names, notes, addresses, their salts, the card and the evidence of
 * refusals go; everywhere else the pseudonym takes the member's place. It is the one exception to entries never being
 * changed (I5), and a narrow one: what an entry did, when and at what cost stays, and its leaf in the month's tree stays the
 * same to the byte, so that every sum and every proof still holds.
 *
 * The member's item is marked first, and whatever writes about them proves that it is not: from then on nothing is recorded
 * and nobody is signed in. Entries follow, each by itself. Last of all, in one transaction, the item goes to the pseudonym and
 * the address and the card are forgotten. Until then the same call goes on where it was interrupted; afterwards the old id
 * is nobody's, and what a shop reports under it begins a new member.
 */
export async function erase(database: Database & Calendar, member: string, key: Uint8Array, at: number): Promise<void> {
  if (isPseudonym(member) || !(await mark(database, member, at))) return
  const eraser: Eraser = { ...database, member, pseudonym: pseudonymOf(key)(member), leafOf: leafMaker(key) }
  for (let pass = 1; pass <= Math.min(MOST_PASSES, database.patience.attempts); pass++) {
    if (pass > 1) await pause(database.patience, pass)
    const claims = await eraseEntries(eraser)
    if (!(await isComplete(eraser, claims.length))) continue
    await eraseRefusals(eraser, member)
    return eraseMember(eraser, claims)
  }
  throw new Busy('The latest entries are still being indexed. Send the same request again in a moment.')
}

/** False when nothing is known of the member. */
async function mark({ client, table, patience }: Database, member: string, at: number): Promise<boolean> {
  const isKnown = 'attribute_exists(pk)'
  const update = new UpdateItemCommand({
    TableName: table,
    Key: { ...keyOf(memberPk(member)) },
    UpdateExpression: `SET ${ERASING} = if_not_exists(${ERASING}, :at)`,
    ConditionExpression: isKnown,
    ExpressionAttributeValues: { ':at': { N: String(at) } },
  })
  try {
    await patiently(patience, () => client.send(update))
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** All entries but those by which an address is recognised, which are returned: they go with the member's item. */
async function eraseEntries(eraser: Eraser): Promise<readonly Item[]> {
  const claims: Item[] = []
  let some: Item[] = []
  const work = () => inParallel(MOST_AT_ONCE, some, (item) => eraseEntry(eraser, item))
  for await (const item of itemsOf(eraser, eraser.member)) {
    if (item.claims) claims.push(item)
    else some.push(item)
    if (some.length < MOST_IN_MEMORY) continue
    await work()
    some = []
  }
  await work()
  return claims
}

/** Whether the pseudonym has as many entries as the member's item has counted, all but the claims. */
async function isComplete(eraser: Eraser, claims: number): Promise<boolean> {
  let [entries, uses] = [claims, 0]
  for await (const { pk, type } of itemsOf(eraser, eraser.pseudonym)) {
    if (pk?.S?.startsWith(ENTRY)) entries++
    else if (pk?.S?.startsWith(REVERSAL) || (pk?.S?.startsWith(REDEMPTION) && type?.S === 'redemption')) uses++
  }
  const item = await itemAt(eraser, memberPk(eraser.member))
  return entries >= Number(item?.entries?.N ?? 0) && uses >= Number(item?.redemptions?.N ?? 0)
}
