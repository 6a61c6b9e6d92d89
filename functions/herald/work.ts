import type { Segment } from '#ledger/members-page.ts'

/**
 * What is to be looked at when tiers may change with nothing written, as messages of a queue. `hour`: whether a month began
 * in the hour before (RFC 3339). `segment`: the members in one part of the ledger; the month is written "2026-05". `plan`: a
 * member of whom a paid plan begins or ends (RFC 3339).
 */
export type Work =
  | { readonly kind: 'hour'; readonly at: string }
  | ({ readonly kind: 'segment'; readonly month: string } & Segment)
  | { readonly kind: 'plan'; readonly member: string; readonly at: string }

/** What a message says. Throws a SyntaxError or a TypeError for what is no work. */
export function workIn(text: string): Work {
  const work = JSON.parse(text) as Work
  if (work?.kind === 'hour' && !Number.isNaN(Date.parse(work.at))) return work
  if (work?.kind === 'segment' && Number.isInteger(work.number) && Number.isInteger(work.of)) return work
  if (work?.kind === 'plan' && typeof work.member === 'string' && !Number.isNaN(Date.parse(work.at))) return work
  throw new TypeError('A message in the queue is neither an hour nor a segment nor a plan.')
}
