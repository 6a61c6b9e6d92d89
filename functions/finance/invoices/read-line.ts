import { hasCardNumber, isCardNumberId } from '#http/card-number.ts'
import { formatInstant, InstantError, parseInstant } from '#http/instant.ts'
import type { Fault } from '#http/problem.ts'
import { idFault, textFault } from '#http/text-fault.ts'
import { type ActualCost, EARLIEST_ACTUAL, MAX_ACTUAL_MINOR, MAX_ACTUAL_NOTE } from '#ledger/actual-cost.ts'
import { formatMoney, MoneyError, parseMoney } from '#program/money.ts'
import type { Column, SheetRow } from './sheet.ts'

/** What the lines of an invoice are read by. */
export interface LineTerms {
  /** Who charges. */
  readonly source: string
  /** What the lines are for that do not say. */
  readonly perk?: string | undefined
  /** The ids of all perks there are, or were. */
  readonly perks: ReadonlySet<string>
  /** The program's. */
  readonly currency: string
  /** Epoch milliseconds: no line may come from later. */
  readonly latest: number
}

/** Why a cell cannot be taken, in a sentence; thrown and caught within this file. */
class CellFault extends Error {
  override readonly name = 'CellFault'
  readonly column: Column | undefined
  readonly code: string

  constructor(column: Column | undefined, code: string, detail: string) {
    super(detail)
    this.column = column
    this.code = code
  }
}

/** The actual cost that a row reports, or the first fault in it. */
export function readLine(row: SheetRow, columnCount: number, terms: LineTerms): ActualCost | Fault {
  try {
    return actualOf(row, columnCount, terms)
  } catch (error) {
    if (!(error instanceof CellFault)) throw error
    const pointer = `/rows/${row.row}${error.column === undefined ? '' : `/${error.column}`}`
    return { pointer, code: error.code, detail: `Row ${row.row}: ${error.message}` }
  }
}

function actualOf({ cells, cellCount }: SheetRow, columnCount: number, terms: LineTerms): ActualCost {
  if (cellCount > columnCount) {
    const detail = `it has ${cellCount} cells for ${columnCount} columns. Put cells with commas in double quotes.`
    throw new CellFault(undefined, 'too_many_cells', detail)
  }
  const id = idIn('id', cells.id)
  const time = timeIn(cells.date, terms.latest)
  const amountMinor = amountIn(cells.amount, cells.currency, terms.currency)
  const redemption = optionalIdIn('redemption', cells.redemption)
  const order = optionalIdIn('order', cells.order)
  if (redemption === undefined && order === undefined) {
    throw new CellFault(undefined, 'no_reference', 'it names neither a redemption nor an order. Fill in one of them.')
  }
  const perk = perkIn(cells.perk, terms)
  const note = noteIn(cells.note)
  return {
    ...{ source: terms.source, id, time, amountMinor },
    ...(redemption !== undefined && { redemption }),
    ...(order !== undefined && { order }),
    ...(perk !== undefined && { perk }),
    ...(note !== undefined && { note }),
  }
}

function idIn(column: Column, text: string): string {
  const detail = idFault(text)
  if (detail) throw new CellFault(column, text === '' ? 'missing' : 'bad_id', `${column}: ${detail}`)
  if (isCardNumberId(text)) throw cardNumber(column)
  return text
}

const optionalIdIn = (column: Column, text: string) => (text === '' ? undefined : idIn(column, text))

/** A day stands for its noon in UTC, which lies in that day nearly everywhere. */
function timeIn(text: string, latest: number): number {
  try {
    const time = parseInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00:00Z` : text)
    if (time < EARLIEST_ACTUAL) {
      throw new CellFault('date', 'too_early', `dates before ${formatInstant(EARLIEST_ACTUAL)} are not taken.`)
    }
    // Today's noon may still be to come.
    const isDay = text.length === 10
    if (time - (isDay ? DAY_MS : 0) <= latest) return time
    throw new CellFault('date', 'in_the_future', `the date lies ahead of our clock (${formatInstant(latest)}).`)
  } catch (error) {
    if (!(error instanceof InstantError)) throw error
    throw new CellFault(
      'date',
      'bad_date',
      `${JSON.stringify(text.slice(0, 40))} is no date. Write it as in 2026-05-20.`,
    )
  }
}

const DAY_MS = 86_400_000

function amountIn(text: string, currency: string, programs: string): number {
  if (currency !== programs) {
    const detail = `the program counts in ${programs}. Convert the amount as it was charged, and say ${programs}.`
    throw new CellFault('currency', 'wrong_currency', detail)
  }
  if (/^-/.test(text)) {
    throw new CellFault('amount', 'negative', 'the amount is below zero. Leave credit notes out: book them by hand.')
  }
  const minor = minorIn(text, currency)
  if (minor === 0) throw new CellFault('amount', 'nothing_charged', 'the amount is zero. Leave the line out.')
  if (minor <= MAX_ACTUAL_MINOR) return minor
  const most = formatMoney(MAX_ACTUAL_MINOR, currency)
  throw new CellFault('amount', 'too_big', `the amount is above ${most}, the most one line may carry.`)
}

function minorIn(text: string, currency: string): number {
  try {
    return parseMoney(text, currency)
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error
    throw new CellFault('amount', 'bad_money', error.message)
  }
}

function perkIn(text: string, { perk: usual, perks }: LineTerms): string | undefined {
  if (text === '') return usual
  if (perks.has(text)) return text
  const detail = `there is no perk ${JSON.stringify(text.slice(0, 40).toWellFormed())}. Use a perk's id, not its name.`
  throw new CellFault('perk', 'unknown_perk', detail)
}

function noteIn(text: string): string | undefined {
  if (text === '') return undefined
  const detail = textFault(text, MAX_ACTUAL_NOTE)
  if (detail) throw new CellFault('note', 'bad_text', `note: ${detail}`)
  if (hasCardNumber(text)) throw cardNumber('note')
  return text
}

const cardNumber = (column: Column) =>
  new CellFault(
    column,
    'card_number',
    `${column} looks like the number of a payment card, which must not be sent here.`,
  )
