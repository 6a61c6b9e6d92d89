import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { identityOf } from '#program/event.ts'

/**
 * Every key of the one table, and nothing but keys.
 *
 * | what            | pk                               | sk                 | item                                              |
 * | --------------- | -------------------------------- | ------------------ | ------------------------------------------------- |
 * | an entry        | `entry:["shop-1","order-1001"]`  | `.`                | what happened, for ever, and what refunds took    |
 * | a member        | `member:m-1001`                  | `.`                | the sums of all entries of the member             |
 * | an address      | `email:<keyed hash>`             | `.`                | the member recognised by it                       |
 * | a card          | `card:7K3M9QXT4D2A`              | `.`                | the member whose code it is                       |
 * | an edition      | `editions`                       | `000003`           | the document, as published                        |
 * | a refusal       | `refusals:2026-05`               | `<instant>:<uuid>` | an event that was not stored                      |
 * | months of those | `refusals`                       | `2026-05`          | which partitions of refusals there are            |
 *
 * Source and id of an event stand in the key as JSON, so that no two pairs can make the same key, whatever characters they
 * contain; the other keys end with their only variable part. The index `history` has the natural attributes `member` and
 * `time` as its key. Only entries carry both, so only entries are in it.
 */
export interface Key {
  readonly pk: AttributeValue.SMember
  readonly sk: AttributeValue.SMember
}

/** The attributes of an item as they travel; numbers are digits in a string, so none is ever rounded. */
export type Item = Record<string, AttributeValue>

/** The index of entries by member and time. */
export const HISTORY = 'history'

/** The partitions that hold one item each, by the beginning of their name. */
export const ENTRY = 'entry:'
export const MEMBER = 'member:'
export const EMAIL = 'email:'
export const CARD = 'card:'

export const EDITIONS = 'editions'
export const REFUSAL_MONTHS = 'refusals'

export const entryPk = (event: { readonly source: string; readonly id: string }): string => ENTRY + identityOf(event)
export const memberPk = (member: string): string => MEMBER + member
export const emailPk = (emailHash: string): string => EMAIL + emailHash
export const cardPk = (code: string): string => CARD + code
export const refusalsPk = (month: string): string => `refusals:${month}`

/** The key of an item; `.` stands where a partition holds one item only. */
export const keyOf = (pk: string, sk = '.'): Key => ({ pk: { S: pk }, sk: { S: sk } })

/** Editions sort by their number. */
export const editionSk = (edition: number): string => String(edition).padStart(6, '0')

/** Refusals sort by their instant (epoch milliseconds). */
export const refusalSk = (at: number, id: string): string => `${String(at).padStart(14, '0')}:${id}`
