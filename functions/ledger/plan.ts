import { sameContent } from '#program/event.ts'
import type { Month } from '#program/month.ts'
import { netOf, plusRefund } from '#program/net.ts'
import { packCell } from './cell.ts'
import { draftEntry, type EntryDraft, entryWrite } from './entry-draft.ts'
import { emailPk, entryPk, type Item, keyOf, memberPk } from './keys.ts'
import type { Entry } from './ledger.ts'
import {
  add,
  draftMember,
  keepBalance,
  keepEarliest,
  keepLastWord,
  keepLatest,
  type MemberDraft,
  memberWrite,
} from './member-draft.ts'
import { balanceAttribute, looseAttribute, monthAttribute, planAttribute } from './member-item.ts'
import { withoutPersonal } from './personal.ts'
import { isPseudonym } from './pseudonym.ts'
import type { Write } from './write.ts'

/**
 * Items as they were read, by partition; null: nothing is there. What is not in it is taken to be absent, and every write
 * proves its own assumptions, so planning with too little knowledge loses a condition and never does harm.
 */
export type Known = ReadonlyMap<string, Item | null>

/** What recording comes to if the writes succeed, all in one transaction. */
export interface Plan {
  readonly outcomes: readonly ('recorded' | 'duplicate' | 'conflict')[]
  readonly writes: readonly Write[]
}

interface Draft {
  readonly known: Known
  readonly member: MemberDraft
  readonly entries: Map<string, EntryDraft>
  /** Addresses that the plan claims. */
  readonly emails: Set<string>
  readonly monthOf: (time: number) => Month
}

/** Plans the recording of entries of one member, in their order. Pure: it reads what is known and nothing else. */
export function plan(known: Known, entries: readonly Entry[], monthOf: (time: number) => Month): Plan {
  const subject = entries[0]?.subject ?? ''
  const member = draftMember(memberPk(subject), known.get(memberPk(subject)) ?? null)
  const draft: Draft = { known, member, entries: new Map(), emails: new Set(), monthOf }
  const outcomes = entries.map((entry) => put(draft, entry))
  const claims = [...draft.emails].map((pk) => ({ pk, item: { ...keyOf(pk), holder: { S: subject } } }))
  const changes = [...draft.entries.values()].map((entry) => entryWrite(entry, subject, monthOf))
  const writes = [...changes, memberWrite(member), ...claims].filter((write) => write !== undefined)
  return { outcomes, writes }
}

/** What has to be known beforehand to plan well: purchases and returns without a receipt need nothing at all. */
export function needed(entries: readonly Entry[]): Set<string> {
  const pks = new Set<string>()
  for (const entry of entries) {
    const isBlind = entry.type === 'purchase' || (entry.type === 'refund' && entry.purchase === undefined)
    if (!isBlind || entry.time > entry.recordedAt) pks.add(memberPk(entry.subject))
    if (entry.type === 'refund' && entry.purchase !== undefined) pks.add(purchasePk(entry.source, entry.purchase))
    if (entry.type === 'enrolment' && entry.emailHash !== undefined) pks.add(emailPk(entry.emailHash))
  }
  return pks
}

const purchasePk = (source: string, id: string) => entryPk({ source, id })

function entryAt(draft: Draft, pk: string, member: string): EntryDraft {
  const entry = draft.entries.get(pk) ?? draftEntry(pk, draft.known.get(pk) ?? null, member)
  draft.entries.set(pk, entry)
  return entry
}

function put(draft: Draft, entry: Entry): Plan['outcomes'][number] {
  const place = entryAt(draft, entryPk(entry), entry.subject)
  if (place.entry) return isSameEntry(place.entry, entry) ? 'duplicate' : 'conflict'
  place.entry = entry
  place.fresh = true
  add(draft.member, 'entries', 1n)
  if (entry.time > entry.recordedAt) keepLatest(draft.member, 'ahead', entry.time)
  count(draft, entry, place)
  return 'recorded'
}

/** What was erased is not compared: of an erased member's entry nobody can tell whose it was, nor what it said of them. */
function isSameEntry(stored: Entry, entry: Entry): boolean {
  if (!isPseudonym(stored.subject)) return sameContent(stored, entry)
  return sameContent(stored, { ...withoutPersonal(entry), subject: stored.subject } as Entry)
}

/** What the entry means for the member's sums (standing.md, "What is known"). */
function count(draft: Draft, entry: Entry, place: EntryDraft): void {
  const { member, monthOf } = draft
  if (entry.type === 'purchase') {
    addNet(draft, entry.time, netOf(entry, place.refunds))
    return
  }
  if (entry.type === 'refund' && entry.purchase === undefined) {
    add(member, looseAttribute(monthOf(entry.time)), BigInt(entry.amountMinor))
    return
  }
  keepEarliest(member, 'first', entry.time)
  switch (entry.type) {
    case 'refund':
      takeBack(draft, entry)
      break
    case 'balance':
      keepBalance(member, balanceAttribute(monthOf(entry.time)), entry)
      break
    case 'plan':
      keepLastWord(member, planAttribute(entry.plan, entry.from), { N: String(entry.until) }, entry)
      break
    case 'enrolment':
      keepEarliest(member, 'enrolled', entry.time)
      if (entry.name !== undefined) keepLastWord(member, 'name', { S: entry.name }, entry)
      place.claims = entry.emailHash !== undefined && claim(draft, emailPk(entry.emailHash))
      break
    default:
      throw new TypeError(`There is no type of event "${(entry satisfies never as Entry).type}".`)
  }
}

/**
 * A refund is noted at its purchase's place, where it waits until the purchase comes. It takes nothing from what is no
 * purchase of the member; the note stays all the same, for finance and so that the order of arrival does not show.
 */
function takeBack(draft: Draft, refund: Extract<Entry, { type: 'refund' }>): void {
  if (refund.purchase === undefined) return
  const place = entryAt(draft, purchasePk(refund.source, refund.purchase), refund.subject)
  const { entry: purchase, refunds: before } = place
  place.refunds = plusRefund(before, refund)
  if (purchase?.type !== 'purchase' || purchase.subject !== refund.subject) return
  const was = netOf(purchase, before)
  const is = netOf(purchase, place.refunds)
  addNet(draft, purchase.time, {
    amountMinor: is.amountMinor - was.amountMinor,
    orders: is.orders - was.orders,
    units: is.units - was.units,
  })
}

function addNet(draft: Draft, time: number, net: { amountMinor: number; orders: number; units: number }): void {
  const cell = packCell({ minor: net.amountMinor, orders: net.orders, units: net.units })
  add(draft.member, monthAttribute(draft.monthOf(time)), cell)
}

/** The first claim of an address stands. */
function claim(draft: Draft, pk: string): boolean {
  if (draft.known.get(pk) || draft.emails.has(pk)) return false
  draft.emails.add(pk)
  return true
}
