import { type Item, MEMBER } from '#ledger/keys.ts'
import { ERASING, memberRecord } from '#ledger/member-item.ts'
import { isPseudonym } from '#ledger/pseudonym.ts'
import { type MemberSums, NOTHING } from '#program/sums.ts'
import { monthOf } from '#program/zone.ts'

/** A record of the table's stream, as far as it matters here. */
export interface StreamRecord {
  readonly dynamodb: {
    /** Seconds since 1970, rounded down. */
    readonly ApproximateCreationDateTime: number
    readonly SequenceNumber: string
    readonly Keys: Item
    /** Absent where the item is new. */
    readonly OldImage?: Item
    /** Absent where the item was taken away. */
    readonly NewImage?: Item
  }
}

/** A member's sums, before something was written and after. */
export interface MemberWrite {
  readonly member: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly sequence: string
  readonly before: MemberSums
  readonly after: MemberSums
}

/**
 * What a record says of a member; null for one of anything else, and of those who are leaving or have left. Throws a
 * TypeError or a SyntaxError for one that cannot be read.
 */
export function memberWriteIn({ dynamodb }: StreamRecord, timeZone: string): MemberWrite | null {
  const { Keys, OldImage, NewImage, SequenceNumber: sequence } = dynamodb
  const pk = Keys.pk?.S ?? ''
  const member = pk.slice(MEMBER.length)
  if (!pk.startsWith(MEMBER) || isPseudonym(member) || !NewImage || NewImage[ERASING]) return null
  const at = Math.floor(dynamodb.ApproximateCreationDateTime * 1_000)
  if (!Number.isSafeInteger(at)) throw new TypeError('A record of the stream says no time.')
  const sumsIn = (item: Item) => memberRecord(member, item, (time) => monthOf(time, timeZone)).sums
  return { member, at, sequence, before: OldImage ? sumsIn(OldImage) : NOTHING, after: sumsIn(NewImage) }
}
