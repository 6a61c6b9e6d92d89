import type { Api } from '#http/create-app.ts'
import { Problem } from '#http/problem.ts'
import { streamedBody } from '#http/streamed-body.ts'
import type { Books } from '#ledger/books.ts'
import type { Closing } from '#ledger/closing.ts'
import { trustedCheckpoint } from '#ledger/seal/checkpoint.ts'
import { archivedMonth, type Closed, closeMonth } from '#ledger/seal/close-month.ts'
import { differencesOf } from '#ledger/seal/differences-of.ts'
import { closablePeriods } from '#ledger/seal/periods.ts'
import { verifyMonth } from '#ledger/seal/verify-month.ts'
import { formatMonth, type Month } from '#program/month.ts'
import { monthWords } from '#program/words/date-words.ts'
import type { FinanceDeps } from './app.ts'
import { checkedProgram } from './checked-program.ts'
import { primed } from './export/primed.ts'
import { namedFinding } from './named-finding.ts'
import { closedBody, periodBody } from './period-body.ts'
import { getArchive, getPeriods, getVerification, postClose } from './period-routes.ts'

/** Closing months, and checking those that are closed. */
export function servePeriods({ serve }: Api, deps: FinanceDeps): void {
  const { ledger, books, sealing, now, pause, answerLimit, report } = deps

  serve(getPeriods, async (context) => {
    const periods = await closablePeriods(books, await checkedProgram(ledger), now())
    return context.json({ items: periods.map(periodBody) })
  })

  serve(postClose, async (context, { identity, params }) => {
    const program = await checkedProgram(ledger)
    const differences = (month: Month) =>
      differencesOf(books, month, { currency: program.currency, now, ...(pause && { pause }) })
    const closer = { ...sealing, books, program, differences, now }
    const closed = await closeMonth(closer, params.month, identity.subject)
    if (closed.kind !== 'closed') throw refusal(closed, params.month)
    deps.count?.('monthClosed')
    return context.json(closedBody(closed.closing), 201)
  })

  serve(getVerification, async (context, { query }) => {
    await checkedProgram(ledger)
    const closing = await closingOf(books, query.month)
    const month = formatMonth(query.month)
    const expected = { month, checkpoint: closing.checkpoint }
    const verification = await verifyMonth(archivedMonth(sealing.archive, closing), expected)
    const finding = await namedFinding(books, query.month, verification.finding)
    return context.json({ ...verification, month, holds: finding === null, finding })
  })

  serve(getArchive, async (context, { params, requestId }) => {
    await checkedProgram(ledger)
    const closing = await closingOf(books, params.month)
    if (answerLimit && closing.size * PACKED_BYTES > answerLimit.bytes) throw tooLarge(closing)
    context.header('Content-Type', 'application/zip')
    context.header('Content-Disposition', `attachment; filename="${formatMonth(params.month)}.zip"`)
    const { archiveZip } = await import('./archive-zip.ts')
    const zip = archiveZip(archivedMonth(sealing.archive, closing), closing.closedAt)
    return context.body(streamedBody(await primed(zip), context.env, (error) => report(error, requestId)))
  })
}

async function closingOf(books: Pick<Books, 'closings'>, month: Month): Promise<Closing> {
  const closing = (await books.closings()).find((one) => one.month === month)
  if (closing) return closing
  throw new Problem(404, 'not_closed', `${wordsOf(month)} is not closed, so there is nothing to check. Close it first.`)
}

/** What an entry takes in a ZIP file, at most: commitments, salts and hashes cannot be packed. */
const PACKED_BYTES = 300

function tooLarge({ checkpoint }: Closing): Problem {
  const { month, archive } = trustedCheckpoint(checkpoint)
  const detail = `The archive is more than one answer can hold here. Take it from the bucket, where it is ${month}/${archive}.`
  return new Problem(413, 'archive_too_large', detail)
}

const wordsOf = (month: Month) => monthWords(formatMonth(month))

function refusal(closed: Exclude<Closed, { kind: 'closed' }>, month: Month): Problem {
  const name = wordsOf(month)
  switch (closed.kind) {
    case 'closed':
    case 'already_closed':
      return new Problem(409, 'already_closed', `${name} is closed already. Corrections are entries in an open month.`)
    case 'overtaken':
      return new Problem(
        409,
        'already_closed',
        `Somebody else closed ${name} meanwhile. It is closed as they closed it.`,
      )
    case 'not_over': {
      const from = new Date(closed.closable).toISOString()
      return new Problem(409, 'not_over', `${name} can be closed an hour after its end: from ${from} on.`)
    }
    case 'not_next': {
      const detail = `${name} cannot be closed before ${wordsOf(closed.next)}. Close that month first.`
      return new Problem(409, 'not_next', detail)
    }
    case 'unknown':
      return new Problem(
        409,
        'nothing_booked',
        `Nothing had been booked by the end of ${name}. There is nothing to close.`,
      )
    case 'does_not_add_up':
      return new Problem(409, 'does_not_add_up', unequal(name, closed.differences))
    default:
      return closed satisfies never
  }
}

const MOST_NAMED = 10

function unequal(month: string, differences: readonly string[]): string {
  const named = differences.slice(0, MOST_NAMED).join(' ')
  const more = differences.length > MOST_NAMED ? ` And ${differences.length - MOST_NAMED} more.` : ''
  return `The totals of ${month} are not the sums of its entries. ${named}${more} Have operations rebuild the totals.`
}
