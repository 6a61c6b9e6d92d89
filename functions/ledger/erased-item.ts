import { bookedIn } from './booked.ts'
import type { Booked } from './books.ts'
import type { Item } from './keys.ts'
import { PERSONAL } from './personal.ts'
import type { Leaf } from './seal/leaf.ts'
import { commitmentTo, openingOf } from './seal/opening.ts'

/** What of an item changes when its member is erased. */
export interface ErasedItem {
  readonly set: Item
  readonly remove: readonly string[]
}

/**
 * An entry's item, or a refused attempt's, without what is personal. The pseudonym takes the member's place, and the
 * commitment that the entry's leaf has takes the place of what it commits to, so that the leaf stays the same to the byte.
 * Its salt goes too, with which values could be tried out; a use keeps what opens finance's values and nothing else.
 */
export function erasedItem(item: Item, pseudonym: string, leafOf: (booked: Booked) => Leaf): ErasedItem {
  const member = { member: { S: pseudonym } }
  const remove = [...PERSONAL, 'claims'].filter((name) => item[name])
  const isEntry = item.period !== undefined
  const personal = isEntry ? leafOf(bookedIn(item)).openings.personal : undefined
  if (!personal) return { set: member, remove }
  const kept = { ...member, personal: { S: commitmentTo(personal) } }
  if (item.type?.S !== 'redemption') return { set: kept, remove: [...remove, ...(item.salt ? ['salt'] : [])] }
  return { set: { ...kept, salt: { S: openingOf('finance', item.salt?.S ?? '', {}).salt } }, remove }
}
