import { derive } from './derived.ts'
import { entryOf } from './entry-item.ts'
import { type Eraser, itemsOf } from './erase-entry.ts'
import { erasedItem } from './erased-item.ts'
import { ENTRY, type Item, REDEMPTION, REVERSAL } from './keys.ts'
import { Busy } from './ledger.ts'
import { redemptionIn, reversalIn } from './redemption-item.ts'
import type { Survey } from './survey.ts'

/**
 * The item of a pseudonym that has one already, because a shop went on to report something under the id of a member who had
 * been erased, and they are erased again: worked out anew from the entries of both. Throws {@link Busy} while the index lacks
 * some.
 */
export async function reunited(eraser: Eraser, claims: readonly Item[], counted: readonly Item[]): Promise<Item> {
  const { pseudonym, timeZone, monthOf, leafOf } = eraser
  const items = claims.map((item) => erased(item, erasedItem(item, pseudonym, leafOf)))
  for await (const item of itemsOf(eraser, pseudonym)) items.push(item)
  const together = derive(surveyOf(items), timeZone, monthOf).members.get(pseudonym) ?? {}
  for (const name of ['entries', 'redemptions']) {
    const all = counted.reduce((sum, item) => sum + Number(item[name]?.N ?? 0), 0)
    if (Number(together[name]?.N ?? 0) !== all) throw new Busy('The latest entries are still being indexed. Try again.')
  }
  return together
}

const erased = (item: Item, { set, remove }: ReturnType<typeof erasedItem>): Item =>
  Object.fromEntries(Object.entries({ ...item, ...set }).filter(([name]) => !remove.includes(name)))

function surveyOf(items: readonly Item[]): Survey {
  const of = (kind: string) => items.filter(({ pk }) => pk?.S?.startsWith(kind))
  const entries = of(ENTRY).flatMap((item) => {
    const entry = entryOf(item)
    return entry ? [[item.pk?.S ?? '', entry] as const] : []
  })
  const uses = of(REDEMPTION).map(redemptionIn)
  return {
    ...{ entries: new Map(entries), claims: new Set(), places: new Map(), members: new Map(), emails: new Map() },
    redemptions: new Map(uses.flatMap((use) => (use.kind === 'redemption' ? [[use.id, use] as const] : []))),
    reversals: new Map(of(REVERSAL).map((item) => [reversalIn(item).redemption, reversalIn(item)])),
    ...{ trueUps: [], counts: new Map() },
  }
}
