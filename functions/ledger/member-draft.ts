import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { compareEvents, type LedgerEvent } from '#program/event.ts'
import type { Item } from './keys.ts'
import { notErasing } from './not-erasing.ts'
import type { Write } from './write.ts'

/** A member's item while a transaction is planned: what is added blindly, and what is set because of what was seen. */
export interface MemberDraft {
  readonly pk: string
  readonly seen: Item | null
  readonly add: Map<string, bigint>
  readonly set: Map<string, AttributeValue>
}

export const draftMember = (pk: string, seen: Item | null): MemberDraft => ({
  pk,
  seen,
  add: new Map(),
  set: new Map(),
})

/** Adds to a number; adding 0 still leaves the attribute there. */
export function add(draft: MemberDraft, name: string, amount: bigint): void {
  draft.add.set(name, (draft.add.get(name) ?? 0n) + amount)
}

const current = (draft: MemberDraft, name: string) => draft.set.get(name) ?? draft.seen?.[name]

export function keepEarliest(draft: MemberDraft, name: string, time: number): void {
  const stored = current(draft, name)?.N
  if (stored === undefined || time < Number(stored)) draft.set.set(name, { N: String(time) })
}

export function keepLatest(draft: MemberDraft, name: string, time: number): void {
  const stored = current(draft, name)?.N
  if (stored === undefined || time > Number(stored)) draft.set.set(name, { N: String(time) })
}

/** Of all events that say something under this name, keeps the word of the last (by time, then source, then id). */
export function keepLastWord(draft: MemberDraft, name: string, word: AttributeValue, event: LedgerEvent): void {
  const stored = current(draft, name)?.L
  if (stored && compareEvents(event, speaker(stored.slice(1))) < 0) return
  draft.set.set(name, { L: [word, ...signature(event)] })
}

/** Keeps the smallest balance of a month, and the last one reported in it. */
export function keepBalance(draft: MemberDraft, name: string, event: Extract<LedgerEvent, { type: 'balance' }>): void {
  const [low, last, ...by] = current(draft, name)?.L ?? []
  const balance: AttributeValue = { N: String(event.balanceMinor) }
  if (!low || !last) {
    draft.set.set(name, { L: [balance, balance, ...signature(event)] })
    return
  }
  const isLower = event.balanceMinor < Number(low.N)
  const isLater = compareEvents(event, speaker(by)) > 0
  if (!isLower && !isLater) return
  const end = isLater ? [balance, ...signature(event)] : [last, ...by]
  draft.set.set(name, { L: [isLower ? balance : low, ...end] })
}

/**
 * What the transaction has to write. Attributes that are set must still be as they were seen. Those that were seen and
 * left alone need no condition: each only ever moves one way, so it would be left alone now as well.
 */
export function memberWrite(draft: MemberDraft): Write | undefined {
  if (draft.add.size === 0 && draft.set.size === 0) return undefined
  const asSeen = new Map([...[...draft.set.keys()].map((name) => [name, draft.seen?.[name]] as const), notErasing])
  return { pk: draft.pk, set: draft.set, add: draft.add, asSeen }
}

const signature = ({ time, source, id }: LedgerEvent): AttributeValue[] => [
  { N: String(time) },
  { S: source },
  { S: id },
]

function speaker([time, source, id]: readonly AttributeValue[]): Pick<LedgerEvent, 'time' | 'source' | 'id'> {
  return { time: Number(time?.N), source: source?.S ?? '', id: id?.S ?? '' }
}
