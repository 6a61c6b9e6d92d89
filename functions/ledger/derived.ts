import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { compareEvents } from '#program/event.ts'
import type { Month } from '#program/month.ts'
import { deriveUses } from './derive-uses.ts'
import { refundsByMember } from './entry-item.ts'
import { entryPk, type Item } from './keys.ts'
import type { Entry } from './ledger.ts'
import { plan } from './plan.ts'
import type { Survey } from './survey.ts'

/** What the entries make of a table: all derived state, under the names it is stored by. */
export interface Derived {
  /** A member's attributes, by member. */
  readonly members: ReadonlyMap<string, Item>
  /** What refunds ask back, by partition of their purchase, then by member. */
  readonly refunds: ReadonlyMap<string, ReadonlyMap<string, AttributeValue>>
  /** The member recognised by an address, by keyed hash. */
  readonly emails: ReadonlyMap<string, string>
  /** Counts of uses and what they cost, by place. */
  readonly counts: ReadonlyMap<string, Item>
}

/**
 * Works out all derived state: each member's entries are recorded once more, by the same plan, where nothing is known, and
 * what was used of perks is counted from the redemptions.
 * No database is touched.
 */
export function derive(survey: Survey, timeZone: string, monthOf: (time: number) => Month): Derived {
  const uses = deriveUses(survey, timeZone, monthOf)
  const members = new Map<string, Item>(uses.members)
  const refunds = new Map<string, Map<string, AttributeValue>>()
  for (const [member, entries] of Map.groupBy(survey.entries.values(), ({ subject }) => subject)) {
    const attributes: Item = {}
    for (const write of plan(new Map(), entries, monthOf).writes) {
      if ('add' in write && write.add.size > 0) {
        for (const [name, value] of write.set) attributes[name] = value
        for (const [name, amount] of write.add) attributes[name] = { N: String(amount) }
        continue
      }
      const kept = 'item' in write ? write.item : 'set' in write ? Object.fromEntries(write.set) : {}
      for (const [by, value] of refundsByMember(kept)) {
        refunds.set(write.pk, (refunds.get(write.pk) ?? new Map()).set(by, value))
      }
    }
    members.set(member, { ...attributes, ...uses.members.get(member) })
  }
  return { members, refunds, emails: addressesOf(survey), counts: uses.counts }
}

/** The enrolment that claimed the address has it; if that was lost, the one recorded first. */
function addressesOf({ entries, claims }: Survey): Map<string, string> {
  const claimed = (entry: Entry) => Number(claims.has(entryPk(entry)))
  const enrolments = [...entries.values()].sort(
    (one, other) => claimed(other) - claimed(one) || one.recordedAt - other.recordedAt || compareEvents(one, other),
  )
  const emails = new Map<string, string>()
  for (const entry of enrolments) {
    if (entry.type !== 'enrolment' || entry.emailHash === undefined || emails.has(entry.emailHash)) continue
    emails.set(entry.emailHash, entry.subject)
  }
  return emails
}
