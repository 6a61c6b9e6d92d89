import { describe, expect, test } from 'vitest'
import type { ActualCost } from '#ledger/actual-cost.ts'
import type { Books } from '#ledger/books.ts'
import { parseArguments } from '#local/invoice/arguments.ts'
import { bookInvoice, type InvoiceRun } from '#local/invoice/book-invoice.ts'
import { InvoiceFault } from '#local/invoice/invoice-fault.ts'
import { exitCodeOf, reportText } from '#local/invoice/report-text.ts'
import { editionOf } from '#program/edition.ts'
import { edition } from '../../ledger/perk-shop.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const HEAD = 'id,date,amount,currency,order,perk'
const ASKED = { file: 'may.csv', source: 'parcel-line', isCheck: false }

/** Books that match every line to a use of its own, but those of order "none"; they note what was recorded. */
function notedBooks(taken: readonly string[] = []) {
  const recorded: ActualCost[] = []
  const outcomeOf = ({ id, order, amountMinor }: ActualCost) => {
    if (taken.includes(id)) return { kind: 'conflict' } as const
    if (order === 'none') return { kind: 'unmatched', reason: 'no_use_of_order', again: false } as const
    return { kind: 'matched', redemption: `r-${id}`, trueUpMinor: amountMinor - 320 } as const
  }
  const books: Pick<Books, 'checkActuals' | 'recordActuals'> = {
    checkActuals: async (actuals) => actuals.map(outcomeOf),
    recordActuals: async (actuals) => {
      recorded.push(...actuals)
      return actuals.map(outcomeOf)
    },
  }
  return { books, recorded }
}

const published = [edition(1, '2026-01')]
const rules = published.map(({ document, ...dated }) => editionOf({ ...document, ...dated }))
const ledger: InvoiceRun['ledger'] = { program: async () => ({ published, rules }) }

const run = (text: string, rest: Partial<InvoiceRun> = {}) =>
  bookInvoice({ ...ASKED, text, ledger, books: notedBooks().books, now: NOW, progress: () => {}, ...rest })

const line = (at: number, amount = '3.45', order = `o-${at}`) => `L${at},2026-05-20,${amount},GBP,${order},`

describe('an invoice of 100,000 rows', () => {
  test('of which 1% are bad: all 1,000 are told by their rows, and nothing is booked', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => line(at, at % 100 === 0 ? '"1.234,56"' : '3.45'))
    const { books, recorded } = notedBooks()
    const result = await run(`${HEAD}\n${rows.join('\n')}`, { books })
    if (result.kind !== 'refused') throw new Error('It was taken.')
    expect({ rows: result.rows, faults: result.faults.length }).toEqual({ rows: 100_000, faults: 1_000 })
    expect(recorded).toEqual([])
    const report = reportText(result, ASKED).split('\n')
    expect(report).toHaveLength(1_001)
    expect(report[1]).toBe('  Row 102: "1.234,56" is not an amount. Write digits as in "12.50".')
    expect(report.at(-1)).toBe(
      'may.csv was not taken, 1,000 of 100,000 rows are wrong. Nothing was stored: mend it and run the same command again.',
    )
    expect(exitCodeOf(result)).toBe(2)
  })

  test('that are good are all booked, part by part, and each step is told', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => line(at))
    const { books, recorded } = notedBooks()
    const steps: number[] = []
    const result = await run(`${HEAD}\n${rows.join('\n')}`, { books, progress: (done) => steps.push(done) })
    expect(result).toMatchObject({ kind: 'taken', tally: { rows: 100_000, matched: 100_000, amountMinor: 34_500_000 } })
    expect(recorded.map(({ id }) => id)).toEqual(rows.map((_, at) => `L${at}`))
    expect([steps.length, steps.at(-1)]).toEqual([200, 200_000])
  })
})

describe('before anything is booked', () => {
  test('every line is checked: one that was reported before with other content stops the whole file', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => line(at))
    const { books, recorded } = notedBooks(['L2500'])
    const result = await run(`${HEAD}\n${rows.join('\n')}`, { books })
    expect(result).toMatchObject({ kind: 'refused', faults: [{ pointer: '/rows/2502/id', code: 'conflict' }] })
    expect(recorded).toEqual([])
  })

  test('one may ask only to have it checked', async () => {
    const { books, recorded } = notedBooks()
    const result = await run(`${HEAD}\n${line(1)}`, { books, isCheck: true })
    expect(recorded).toEqual([])
    expect(reportText(result, { ...ASKED, isCheck: true })).toBe(
      [
        'may.csv by parcel-line, only checked: nothing was stored:',
        '  matched                   1 rows  would book 0.25 GBP',
        '  without a use             0 rows',
        '  in all                    1 rows  3.45 GBP',
      ].join('\n'),
    )
  })

  test.each([
    ['a perk there is not', { perk: 'limousine' }],
    ['a ledger without a program', { ledger: { program: async () => ({ published: [], rules: [] }) } }],
  ])('%s is told', async (_, rest) => {
    await expect(run(`${HEAD}\n${line(1)}`, rest)).rejects.toThrow(InvoiceFault)
  })
})

test('lines without a use are listed with the reason, and need a look', async () => {
  const result = await run(`${HEAD}\n${line(1)}\n${line(2, '9.00', 'none')}`)
  expect(reportText(result, ASKED)).toContain('      row 3, "L2": no use of a perk names this order')
  expect(exitCodeOf(result)).toBe(1)
  expect(exitCodeOf(await run(`${HEAD}\n${line(1)}`))).toBe(0)
})

describe('the command line', () => {
  test('names a file and who charges', () => {
    const { file, source, perk, isCheck } = parseArguments(['may.csv', '--source', 'parcel-line', '--check'])
    expect({ file, source, perk, isCheck }).toEqual({ ...ASKED, perk: undefined, isCheck: true })
  })

  test.each([[[]], [['may.csv']], [['a.csv', 'b.csv', '--source', 'x']], [['may.csv', '--source', 'x', '--all']]])(
    'else it says how to write it: %j',
    (args) => {
      expect(() => parseArguments(args)).toThrow(/npm run invoice -- FILE\.csv/)
    },
  )
})
