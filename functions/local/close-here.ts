import { userInfo } from 'node:os'
import { type Closed, closeMonth } from '#ledger/seal/close-month.ts'
import { differencesOf } from '#ledger/seal/differences-of.ts'
import { formatMonth, type Month } from '#program/month.ts'
import type { PastMonths } from './close-past-months.ts'

/** Closes a month as whoever is signed in to this machine, and says in words what came of it. */
export async function closeHere(
  { ledger, books, sealing, now }: PastMonths,
  month: Month,
): Promise<{ readonly isClosed: boolean; readonly sentence: string }> {
  const program = await ledger.program()
  const differences = () => differencesOf(books, month, { currency: program.rules[0]?.currency ?? '', now })
  const closer = { ...sealing, books, program, differences, now }
  const closed = await closeMonth(closer, month, `${userInfo().username} by command`)
  return { isClosed: closed.kind === 'closed', sentence: sentenceOf(closed, formatMonth(month)) }
}

function sentenceOf(closed: Closed, month: string): string {
  switch (closed.kind) {
    case 'closed':
      return `${month} is closed: ${closed.closing.size} entries are signed.`
    case 'already_closed':
    case 'overtaken':
      return `${month} is closed already, with ${closed.closing.size} entries.`
    case 'not_over':
      return `${month} can be closed an hour after its end: from ${new Date(closed.closable).toISOString()} on.`
    case 'not_next':
      return `${month} cannot be closed before ${formatMonth(closed.next)}. Close that month first.`
    case 'unknown':
      return `Nothing had been booked by the end of ${month}. There is nothing to close.`
    case 'does_not_add_up':
      return `The totals of ${month} are not the sums of its entries; "npm run rebuild" says more.\n${closed.differences.join('\n')}`
    default:
      return closed satisfies never
  }
}
