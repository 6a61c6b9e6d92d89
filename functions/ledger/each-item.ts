import type { Item } from './keys.ts'
import { orBusy } from './transient.ts'

interface ItemsPage {
  readonly Items?: Item[] | undefined
}

/** The items of every page, one page in memory at a time. Throws Busy. */
export async function* eachItem(pages: AsyncIterable<ItemsPage>): AsyncGenerator<Item, undefined> {
  const reading = pages[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await orBusy(reading.next())
    if (done) return
    yield* value.Items ?? []
  }
}

/** The items of all pages. Throws Busy. */
export async function allItems(pages: AsyncIterable<ItemsPage>): Promise<readonly Item[]> {
  const items: Item[] = []
  for await (const item of eachItem(pages)) items.push(item)
  return items
}
