import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { LedgerEvent } from '#program/event.ts'
import type { Month } from '#program/month.ts'
import type { RefundTotal } from '#program/net.ts'
import { MAX_CELL_UNITS, MAX_MINOR, packCell, unpackCell } from './cell.ts'
import { entryPk, type Item, keyOf } from './keys.ts'
import type { Entry } from './ledger.ts'
import { periodOf } from './period.ts'

/**
 * An entry's item has one attribute per field of the event, under the field's own name (`subject` is `member`, as the
 * index has it), `recordedAt`, and `period`, which follows from it. They never change. Beside them stands what is derived: `refunds:<member>`, what that
 * member's refunds ask back of this purchase. A refund that comes before its purchase leaves an item with nothing else at
 * the purchase's key; one without a `type` is therefore not an entry yet.
 */
const REFUNDS = 'refunds:'

export const refundsAttribute = (member: string): string => REFUNDS + member

/**
 * The attributes of a new entry, its key included. `claims` marks the enrolment by which an address is recognised; `month` is
 * that of its recording.
 */
export function entryItem(entry: Entry, claims: boolean, month: Month): Item {
  const pk = entryPk(entry)
  const item: Item = { ...keyOf(pk), period: { S: periodOf('events', month, pk) } }
  for (const [field, value] of Object.entries(entry)) {
    if (value !== undefined) item[field === 'subject' ? 'member' : field] = attributeOf(value)
  }
  if (claims) item.claims = { BOOL: true }
  return item
}

/** The entry an item holds; undefined where only refunds wait for their purchase. */
export function entryOf(item: Item): Entry | undefined {
  if (!item.type) return undefined
  const entry: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(item)) {
    if (NOT_CONTENT.has(name) || name.startsWith(REFUNDS)) continue
    entry[name === 'member' ? 'subject' : name] = fieldOf(value)
  }
  // The item was written by `entryItem` from an event that had been parsed.
  return entry as unknown as Entry
}

const NOT_CONTENT = new Set(['pk', 'sk', 'claims', 'period'])

/** What a member's refunds ask back of the purchase at this item, as stored. */
export function refundsIn(stored: AttributeValue | undefined): RefundTotal {
  const { minor, units } = unpackCell(stored?.N ?? '0')
  return { amountMinor: minor, units }
}

/** A total stops growing where no purchase can be larger, so it stays exact and takes back the same. */
export function refundsValue({ amountMinor, units }: RefundTotal): AttributeValue {
  const sums = { minor: Math.min(amountMinor, MAX_MINOR), orders: 0, units: Math.min(units, MAX_CELL_UNITS) }
  return { N: String(packCell(sums)) }
}

/** Every member with refunds at this item, with what they ask back as stored. */
export function refundsByMember(item: Item): Map<string, AttributeValue> {
  const found = Object.entries(item).filter(([name]) => name.startsWith(REFUNDS))
  return new Map(found.map(([name, value]) => [name.slice(REFUNDS.length), value]))
}

function attributeOf(value: LedgerEvent[keyof LedgerEvent] | readonly string[] | number): AttributeValue {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  return { L: (value as readonly string[]).map((text) => ({ S: text })) }
}

function fieldOf(value: AttributeValue): string | number | readonly string[] | undefined {
  if (value.S !== undefined) return value.S
  if (value.N !== undefined) return Number(value.N)
  return value.L?.map((text) => text.S ?? '')
}
