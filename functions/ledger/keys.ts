import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { identityOf } from '#program/event.ts'
import { formatMonth, type Month } from '#program/month.ts'

/**
 * Every key of the one table, and nothing but keys.
 *
 * | what            | pk                               | sk                 | item                                              |
 * | --------------- | -------------------------------- | ------------------ | ------------------------------------------------- |
 * | an entry        | `entry:["shop-1","order-1001"]`  | `.`                | what happened, for ever, and what refunds took    |
 * | a redemption    | `redemption:r-<hash>`            | `.`                | a use of a perk, or a refused attempt, for ever   |
 * | its reversal    | `reversal:r-<hash>`              | `.`                | that use taken back                               |
 * | an order's uses | `order:["m-1001","wrap","o-7"]`  | `.`                | how often a perk was used for one order           |
 * | a member        | `member:m-1001`                  | `.`                | the sums of all entries, and what perks were used |
 * | an address      | `email:<keyed hash>`             | `.`                | the member recognised by it                       |
 * | a card          | `card:7K3M9QXT4D2A`              | `.`                | the member whose code it is                       |
 * | an edition      | `editions`                       | `000003`           | the document, as published                        |
 * | its rewording   | `editions`                       | `000003.0002`      | the same edition in other words: revision 2       |
 * | its withdrawal  | `editions`                       | `000003.withdrawn` | when it was withdrawn, before it was in force     |
 * | the head        | `editions-head`                  | `.`                | how often anything was published                  |
 * | a draft         | `drafts`                         | `<uuid>`           | what is being written                             |
 * | the studio's log | `studio-log`                    | `<instant>:<uuid>` | who did what                                      |
 * | an impact       | `impacts`                        | `<draft>`          | what a draft would do, as far as it is worked out |
 * | whom it moves   | `impacts:<draft>`                | `000012`           | members whose tier would be another one           |
 * | its costs       | `costs`                          | `000003`           | what its perks cost, for finance only             |
 * | a cost total    | `costs:2`                        | `2026-05["wrap","gold",3,"till-1",5]` | cost entries of a month and place, summed: perk, tier, edition, source, shard |
 * | an actual cost  | `actual:["parcel-line","inv-7"]` | `.`                | what was charged for a use, for ever              |
 * | a true-up       | `true-up:t-<hash>`               | `.`                | what that made of the use's cost                  |
 * | a closed month  | `closings`                       | `2026-05`          | the signed checkpoint over it                     |
 * | the last closed | `last-closed`                    | `.`                | which month it is                                 |
 * | a cost sheet    | `cost-sheet`                     | `.`                | what finance prepares for the next edition        |
 * | a refusal       | `refusals:2026-05`               | `<instant>:<uuid>` | an event that was not stored                      |
 * | months of those | `refusals`                       | `2026-05`          | which partitions of refusals there are            |
 *
 * Where a key has several variable parts they stand in it as JSON, so that no two combinations can make the same key,
 * whatever characters they contain; the other keys end with their only variable part. The index `history` has the natural
 * attributes `member` and `time` as its key. Entries carry both (what shops reported, redemptions, reversals and
 * true-ups), and refused attempts do, so that all that is held of a member is found by it. The index `period` has every entry by the month in which it was booked and a shard of
 * it (`period.ts`), then `recordedAt`; the index `orders` has the keys of what names an order of a shop.
 */
export interface Key {
  readonly pk: AttributeValue.SMember
  readonly sk: AttributeValue.SMember
}

/** The attributes of an item as they travel; numbers are digits in a string, so none is ever rounded. */
export type Item = Record<string, AttributeValue>

/** The index of entries by member and time. */
export const HISTORY = 'history'

/** The index of entries by the month in which they were booked. */
export const PERIOD = 'period'

/** The index of uses by the order they were for. */
export const ORDERS = 'orders'

/** The partitions that hold one item each, by the beginning of their name. */
export const ENTRY = 'entry:'
export const REDEMPTION = 'redemption:'
export const REVERSAL = 'reversal:'
export const ORDER = 'order:'
export const MEMBER = 'member:'
export const EMAIL = 'email:'
export const CARD = 'card:'
export const ACTUAL = 'actual:'
export const TRUE_UP = 'true-up:'

export const EDITIONS = 'editions'
export const EDITIONS_HEAD = 'editions-head'
export const DRAFTS = 'drafts'
export const STUDIO_LOG = 'studio-log'
export const IMPACTS = 'impacts'
export const IMPACT_LISTS = 'impacts:'
export const EDITION_COSTS = 'costs'
export const COST_TOTALS = 'costs:'
export const CLOSINGS = 'closings'
export const LAST_CLOSED = 'last-closed'
export const COST_SHEET = 'cost-sheet'
export const REFUSAL_MONTHS = 'refusals'

export const entryPk = (event: { readonly source: string; readonly id: string }): string => ENTRY + identityOf(event)
export const redemptionPk = (redemption: string): string => REDEMPTION + redemption
export const reversalPk = (redemption: string): string => REVERSAL + redemption
export const orderPk = (member: string, perk: string, order: string): string =>
  ORDER + JSON.stringify([member, perk, order])
export const actualPk = (actual: { readonly source: string; readonly id: string }): string =>
  ACTUAL + identityOf(actual)
export const trueUpPk = (trueUp: string): string => TRUE_UP + trueUp
export const costsPk = (part: number): string => COST_TOTALS + part
export const impactListsPk = (draft: string): string => IMPACT_LISTS + draft
export const memberPk = (member: string): string => MEMBER + member
export const emailPk = (emailHash: string): string => EMAIL + emailHash
export const cardPk = (code: string): string => CARD + code
export const refusalsPk = (month: string): string => `refusals:${month}`

/** The key of an item; `.` stands where a partition holds one item only. */
export const keyOf = (pk: string, sk = '.'): Key => ({ pk: { S: pk }, sk: { S: sk } })

/** Editions sort by their number. */
export const editionSk = (edition: number): string => String(edition).padStart(6, '0')

/** An edition's first wording goes by its number alone, later ones follow it. */
export const revisionSk = (edition: number, revision: number): string =>
  revision === 1 ? editionSk(edition) : `${editionSk(edition)}.${String(revision).padStart(4, '0')}`

const WITHDRAWN = '.withdrawn'
export const withdrawalSk = (edition: number): string => editionSk(edition) + WITHDRAWN
export const isWithdrawalSk = (sk: string): boolean => sk.endsWith(WITHDRAWN)

/** What is read newest first sorts by its instant (epoch milliseconds): refusals, and the studio's log. */
export const instantSk = (at: number, id: string): string => `${String(at).padStart(14, '0')}:${id}`

/** Cost totals sort by their month. */
export const costSk = (month: Month, place: readonly (string | number)[]): string =>
  formatMonth(month) + JSON.stringify(place)
