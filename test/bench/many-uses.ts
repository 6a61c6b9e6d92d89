import { BatchWriteItemCommand, type DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { useEntry } from '#ledger/cost-entry-of.ts'
import { costWrite } from '#ledger/cost-total.ts'
import { inParallel } from '#ledger/in-parallel.ts'
import type { Redemption } from '#ledger/redemption.ts'
import { redemptionId } from '#ledger/redemption-id.ts'
import { redemptionItem } from '#ledger/redemption-item.ts'
import { parseMonth } from '#program/month.ts'

const MAY = parseMonth('2026-05')
const FIRST = Date.UTC(2026, 4, 1, 6)
const LAST = Date.UTC(2026, 4, 31, 18)

/** The n-th of so many uses in May 2026, spread evenly, of 50,000 members. */
function useOf(place: number, count: number): Redemption {
  const till = `till-${place % 20}`
  return {
    ...{
      kind: 'redemption',
      id: redemptionId(till, String(place)),
      salt: '0123456789abcdef0123456789abcdef',
      sender: till,
    },
    ...{ member: `m-${(place * 7919) % 50_000}`, perk: ['free-delivery', 'gift-wrapping', 'lounge'][place % 3] ?? '' },
    ...{
      tier: ['silver', 'gold', 'platinum'][place % 3] ?? '',
      edition: 2,
      at: Math.round(FIRST + ((LAST - FIRST) * place) / count),
    },
    ...{ basket: { amountMinor: 1_000 + (place % 20_000), categories: ['shirts'], order: `order-${place}` } },
    ...{ worthMinor: 495, costMinor: 320, usesBefore: null, usedInOrder: null, left: null },
  }
}

const AT_ONCE = 25
const LANES = 8

/** Fills a table with uses and their totals, as the ledger stores them, without deciding about each. */
export async function storeUses(client: DynamoDBClient, table: string, count: number): Promise<void> {
  const totals = new Map<string, { pk: string; sk: string; entries: number; accrued: number }>()
  const starts = Array.from({ length: Math.ceil(count / AT_ONCE) }, (_, place) => place * AT_ONCE)
  await inParallel(LANES, starts, async (start) => {
    const uses = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, place) => useOf(start + place, count))
    for (const use of uses) {
      const { pk, sk = '.' } = costWrite(useEntry(use, () => MAY))
      const total = totals.get(pk + sk) ?? { pk, sk, entries: 0, accrued: 0 }
      totals.set(pk + sk, { ...total, entries: total.entries + 1, accrued: total.accrued + use.costMinor })
    }
    const puts = uses.map((use) => ({ PutRequest: { Item: redemptionItem(use, MAY) } }))
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }))
  })
  const all = [...totals.values()]
  for (let start = 0; start < all.length; start += 100) await storeTotals(client, table, all.slice(start, start + 100))
}

async function storeTotals(
  client: DynamoDBClient,
  table: string,
  totals: readonly { pk: string; sk: string; entries: number; accrued: number }[],
) {
  const items = totals.map(({ pk, sk, entries, accrued }) => ({
    Put: {
      TableName: table,
      Item: {
        ...{ pk: { S: pk }, sk: { S: sk }, entries: { N: String(entries) }, uses: { N: String(entries) } },
        ...{ accrued: { N: String(accrued) }, trueUp: { N: '0' } },
      },
    },
  }))
  await client.send(new TransactWriteItemsCommand({ TransactItems: items }))
}
