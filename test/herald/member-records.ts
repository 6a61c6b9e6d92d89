import type { StreamRecord } from '#herald/member-write.ts'
import { packCell } from '#ledger/cell.ts'
import type { Item } from '#ledger/keys.ts'
import { monthAttribute } from '#ledger/member-item.ts'
import { parseMonth } from '#program/month.ts'

/** When the records of these tests were written: 2026-03-10T12:00:00Z. */
export const WRITTEN = Date.UTC(2026, 2, 10, 12)

/** The item of a member who bought for so much in March 2026, in minor units. */
export const memberItem = (member: string, minor: number, more: Item = {}): Item => ({
  ...{ pk: { S: `member:${member}` }, sk: { S: '.' } },
  [monthAttribute(parseMonth('2026-03'))]: { N: String(packCell({ minor, orders: 1, units: 1 })) },
  ...more,
})

/** A record of the stream with what was there before and what is there since; undefined: nothing. */
export function record(
  number: number,
  member: string,
  before: Item | undefined,
  after: Item | undefined,
): StreamRecord {
  return {
    dynamodb: {
      ApproximateCreationDateTime: WRITTEN / 1_000,
      SequenceNumber: String(number),
      Keys: { pk: { S: `member:${member}` }, sk: { S: '.' } },
      ...(before && { OldImage: before }),
      ...(after && { NewImage: after }),
    },
  }
}

/** A record of a member who comes to silver. */
export const rise = (number: number, member = `m-${number}`): StreamRecord =>
  record(number, member, memberItem(member, 1), memberItem(member, 10_000))
