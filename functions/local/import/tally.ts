import type { Outcome } from '#ledger/ledger.ts'
import type { Gathered } from './gather.ts'
import type { Rejected, Rejection } from './row-reading.ts'

/** Where every row of a file has gone. */
export interface Tally {
  readonly outcomes: Readonly<Record<Outcome, Settled>>
  /** By reason code of the profile. */
  readonly skipped: ReadonlyMap<string, readonly number[]>
  readonly rejected: ReadonlyMap<Rejection, RejectedRows>
  /** Rows whose time the clock showed twice, or never. */
  readonly clock: { readonly repeated: readonly number[]; readonly skipped: readonly number[] }
}

export interface Settled {
  readonly events: number
  readonly rows: readonly number[]
}

export interface RejectedRows {
  readonly rows: readonly number[]
  /** One row of them, and what is wrong there. */
  readonly example: string
}

/** Counts as the file is worked through. */
export interface Counting {
  settle(gathered: Gathered, outcome: Outcome): void
  skip(row: number, reason: string): void
  reject(rejected: Rejected): void
  tally(): Tally
  /** Rows that have gone somewhere. */
  rowsSettled(): number
}

export function counting(): Counting {
  const nothing = () => ({ events: 0, rows: [] as number[] })
  const outcomes = { recorded: nothing(), duplicate: nothing(), conflict: nothing(), retry: nothing() }
  const skipped = new Map<string, number[]>()
  const rejected = new Map<Rejection, { rows: number[]; example: string }>()
  const clock = { repeated: [] as number[], skipped: [] as number[] }
  let rowsSettled = 0
  return {
    settle: ({ rows, oddClock }, outcome) => {
      outcomes[outcome].events++
      outcomes[outcome].rows.push(...rows)
      for (const { row, clock: how } of oddClock) clock[how].push(row)
      rowsSettled += rows.length
    },
    skip: (row, reason) => {
      const those = skipped.get(reason) ?? []
      those.push(row)
      skipped.set(reason, those)
      rowsSettled++
    },
    reject: ({ row, reason, detail }) => {
      const those = rejected.get(reason) ?? { rows: [], example: `row ${row}: ${detail}` }
      those.rows.push(row)
      rejected.set(reason, those)
      rowsSettled++
    },
    tally: () => ({ outcomes, skipped, rejected, clock }),
    rowsSettled: () => rowsSettled,
  }
}
