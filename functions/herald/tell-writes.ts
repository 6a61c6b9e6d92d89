import type { Edition } from '#program/edition.ts'
import { memberWriteIn, type StreamRecord } from './member-write.ts'
import { planTurnsIn } from './plan-turn.ts'
import type { Remind, Reminder } from './remind.ts'
import type { Tell } from './tell.ts'
import type { TierChange } from './tier-change.ts'
import { writeChanges } from './write-changes.ts'

export interface TellWritesOptions {
  readonly editions: readonly Edition[]
  readonly tell: Tell
  readonly remind: Remind
  /** Is told of what could not be read. */
  readonly report: (error: unknown) => void
}

/** From which record on the stream is to be read again; empty: everything is told. */
export interface Told {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[]
}

/** What records ask for, each with the number of its record. */
interface Found {
  readonly changes: { readonly sequence: string; readonly change: TierChange }[]
  readonly reminders: { readonly sequence: string; readonly reminder: Reminder }[]
  readonly unreadable: string | null
}

/**
 * Tells of the tiers that changed by some records of the stream, and sees to it that members are looked at again when a
 * plan of theirs begins or ends. A record that cannot be read holds up those behind it and none before. The same records
 * again are told again, with the same ids.
 */
export async function tellWrites(records: readonly StreamRecord[], options: TellWritesOptions): Promise<Told> {
  const { changes, reminders, unreadable } = foundIn(records, options)
  const told = await options.tell(changes.map(({ change }) => change))
  const failed = new Set([changes[told]?.sequence, await firstNotReminded(reminders, options), unreadable])
  // The stream is read again from the first of them on.
  const first = records.find(({ dynamodb }) => failed.has(dynamodb.SequenceNumber))
  return { batchItemFailures: first ? [{ itemIdentifier: first.dynamodb.SequenceNumber }] : [] }
}

async function firstNotReminded(
  reminders: Found['reminders'],
  { remind, report }: TellWritesOptions,
): Promise<string | null> {
  for (const { sequence, reminder } of reminders) {
    try {
      await remind(reminder)
    } catch (error) {
      report(error)
      return sequence
    }
  }
  return null
}

function foundIn(records: readonly StreamRecord[], { editions, report }: TellWritesOptions): Found {
  const timeZone = editions[0]?.timeZone ?? 'UTC'
  const found: Found = { changes: [], reminders: [], unreadable: null }
  for (const record of records) {
    const { SequenceNumber: sequence } = record.dynamodb
    try {
      const write = memberWriteIn(record, timeZone)
      if (!write) continue
      found.changes.push(...writeChanges(write, editions).map((change) => ({ sequence, change })))
      const { member } = write
      found.reminders.push(...planTurnsIn(write).map((at) => ({ sequence, reminder: { member, at } })))
    } catch (error) {
      report(error)
      return { ...found, unreadable: sequence }
    }
  }
  return found
}
