import { createHash } from 'node:crypto'
import { formatMonth, type Month } from '#program/month.ts'

/**
 * Entries by what they are: those that costs are made of (uses, reversals and true-ups), what suppliers charged, and what
 * shops reported.
 */
export type PeriodKind = 'costs' | 'actuals' | 'events'

/**
 * How they are named, and in how many parts of the index a month lies, so that a busy hour does not write to one place.
 * Invoices come a few thousand lines at a time, and finance leafs through them newest first: one part.
 */
const KINDS = {
  costs: { prefix: 'costs:', shards: 8 },
  actuals: { prefix: 'actuals:', shards: 1 },
  events: { prefix: '', shards: 8 },
} as const satisfies Record<PeriodKind, object>

/** The value of the attribute `period` of the entry at `pk`: its month of booking and its shard, "costs:2026-05.3". */
export const periodOf = (kind: PeriodKind, month: Month, pk: string): string => inShard(kind, month, shardOf(kind, pk))

/** The values that the attribute `period` has for entries of a month. */
export const periodsOf = (kind: PeriodKind, month: Month): readonly string[] =>
  Array.from({ length: KINDS[kind].shards }, (_, shard) => inShard(kind, month, shard))

const inShard = (kind: PeriodKind, month: Month, shard: number) => `${KINDS[kind].prefix}${formatMonth(month)}.${shard}`

const shardOf = (kind: PeriodKind, pk: string) =>
  (createHash('sha256').update(pk).digest()[0] ?? 0) % KINDS[kind].shards
