import { ScanCommand } from '@aws-sdk/client-dynamodb'
import type { CostReader } from './cost-entries.ts'
import { type Item, keyOf, MEMBER } from './keys.ts'
import type { MemberRecord } from './ledger.ts'
import { memberRecord } from './member-item.ts'
import { patiently } from './patiently.ts'

/** One of the parts into which the table is cut, so that several may go through it at once. */
export interface Segment {
  /** From 0. */
  readonly number: number
  readonly of: number
  /** Behind what it goes on; null: from the beginning. It names an item, and so may name a member. */
  readonly cursor: string | null
}

export interface MembersPage {
  readonly members: readonly MemberRecord[]
  /** What of the members' items could not be read, and why. */
  readonly unreadable: readonly unknown[]
  /** Null: the segment ends here. */
  readonly next: string | null
}

/** The members in the next megabyte of a segment of the table, which may be none. Throws Busy. */
export async function membersPage(database: CostReader, segment: Segment): Promise<MembersPage> {
  const { client, table, patience, monthOf } = database
  const { number, of, cursor } = segment
  const scan = new ScanCommand({
    ...{ TableName: table, Segment: number, TotalSegments: of },
    FilterExpression: 'begins_with(pk, :member)',
    ExpressionAttributeValues: { ':member': { S: MEMBER } },
    ...(cursor !== null && { ExclusiveStartKey: keyIn(cursor) }),
  })
  const { Items = [], LastEvaluatedKey } = await patiently(patience, () => client.send(scan))
  const members: MemberRecord[] = []
  const unreadable: unknown[] = []
  for (const item of Items) {
    try {
      members.push(memberRecord(item.pk?.S?.slice(MEMBER.length) ?? '', item, monthOf))
    } catch (error) {
      unreadable.push(error)
    }
  }
  return { members, unreadable, next: LastEvaluatedKey ? cursorAt(LastEvaluatedKey) : null }
}

const cursorAt = ({ pk, sk }: Item): string => JSON.stringify([pk?.S, sk?.S])

function keyIn(cursor: string): Item {
  const [pk, sk] = JSON.parse(cursor) as [string, string]
  return { ...keyOf(pk, sk) }
}
