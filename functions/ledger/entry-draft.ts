import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Month } from '#program/month.ts'
import { NO_REFUNDS, type RefundTotal } from '#program/net.ts'
import { entryItem, entryOf, refundsAttribute, refundsIn, refundsValue } from './entry-item.ts'
import type { Item } from './keys.ts'
import type { Entry } from './ledger.ts'
import type { Write } from './write.ts'

/** An item of an entry while a transaction is planned: as it was seen, and as it shall be. */
export interface EntryDraft {
  readonly pk: string
  /** Null: nothing is there, or nothing is taken to be there, which the transaction then proves. */
  readonly seen: Item | null
  /** What stands there, after the plan. */
  entry: Entry | undefined
  /** Whether the plan wrote it there. */
  fresh: boolean
  /** Whether it is the enrolment by which an address is recognised. */
  claims: boolean
  /** What refunds of the member ask back, after the plan. */
  refunds: RefundTotal
}

export function draftEntry(pk: string, seen: Item | null, member: string): EntryDraft {
  const entry = seen ? entryOf(seen) : undefined
  const stored = seen?.[refundsAttribute(member)]
  return { pk, seen, entry, fresh: false, claims: false, refunds: stored ? refundsIn(stored) : NO_REFUNDS }
}

/** What the transaction has to write of it; undefined when nothing changed. */
export function entryWrite(draft: EntryDraft, member: string, monthOf: (time: number) => Month): Write | undefined {
  const name = refundsAttribute(member)
  const before = draft.seen?.[name]
  const after = draft.refunds === NO_REFUNDS ? undefined : refundsValue(draft.refunds)
  const refunds = after && after.N !== before?.N ? ([[name, after]] as const) : []
  const { fresh, entry, claims } = draft
  const content = fresh && entry ? entryItem(entry, claims, monthOf(entry.recordedAt)) : undefined
  if (content && !draft.seen) return { pk: draft.pk, item: { ...content, ...Object.fromEntries(refunds) } }
  if (!content && refunds.length === 0) return undefined
  const asSeen = new Map<string, AttributeValue | undefined>([[name, before]])
  // Whose it is may change, when they are erased.
  if (!draft.fresh && draft.seen?.member) asSeen.set('member', draft.seen.member)
  // What is in place never changes; where nothing is, nothing may have come meanwhile.
  if (draft.fresh || !draft.entry) asSeen.set('type', undefined)
  return { pk: draft.pk, set: new Map([...attributesOf(content), ...refunds]), add: new Map(), asSeen }
}

const attributesOf = (content: Item | undefined) =>
  Object.entries(content ?? {}).filter(([name]) => name !== 'pk' && name !== 'sk')
