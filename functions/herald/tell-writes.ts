import type { Edition } from '#program/edition.ts'
import { memberWriteIn, type StreamRecord } from './member-write.ts'
import type { Tell } from './tell.ts'
import type { TierChange } from './tier-change.ts'
import { writeChanges } from './write-changes.ts'

export interface TellWritesOptions {
  readonly editions: readonly Edition[]
  readonly tell: Tell
  /** Is told of what could not be read. */
  readonly report: (error: unknown) => void
}

/** From which record on the stream is to be read again; empty: everything is told. */
export interface Told {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[]
}

interface Found {
  readonly sequence: string
  readonly change: TierChange
}

/**
 * Tells of the tiers that changed by some records of the stream. A record that cannot be read holds up those behind it and
 * none before. The same records again are told again, with the same ids.
 */
export async function tellWrites(records: readonly StreamRecord[], options: TellWritesOptions): Promise<Told> {
  const { found, unreadable } = changesIn(records, options)
  const told = await options.tell(found.map(({ change }) => change))
  const again = found[told]?.sequence ?? unreadable
  return { batchItemFailures: again === null ? [] : [{ itemIdentifier: again }] }
}

function changesIn(records: readonly StreamRecord[], { editions, report }: TellWritesOptions) {
  const timeZone = editions[0]?.timeZone ?? 'UTC'
  const found: Found[] = []
  for (const record of records) {
    const { SequenceNumber: sequence } = record.dynamodb
    try {
      const write = memberWriteIn(record, timeZone)
      const changes = write ? writeChanges(write, editions) : []
      found.push(...changes.map((change) => ({ sequence, change })))
    } catch (error) {
      report(error)
      return { found, unreadable: sequence }
    }
  }
  return { found, unreadable: null }
}
