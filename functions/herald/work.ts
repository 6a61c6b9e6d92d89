import type { Segment } from '#ledger/members-page.ts'

/**
 * What the turn of a month is made of, as messages of a queue. `hour`: look whether a month began in the hour before (RFC
 * 3339). `segment`: look at the members in one part of the ledger; the month is written "2026-05".
 */
export type Work =
  | { readonly kind: 'hour'; readonly at: string }
  | ({ readonly kind: 'segment'; readonly month: string } & Segment)

/** What a message says. Throws a SyntaxError or a TypeError for what is no work. */
export function workIn(text: string): Work {
  const work = JSON.parse(text) as Work
  if (work?.kind === 'hour' && !Number.isNaN(Date.parse(work.at))) return work
  if (work?.kind === 'segment' && Number.isInteger(work.number) && Number.isInteger(work.of)) return work
  throw new TypeError('A message in the queue of the turn of the month is neither an hour nor a segment.')
}
