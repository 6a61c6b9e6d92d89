import { stringify } from 'csv-stringify/sync'
import { faultyFields, Problem } from '#http/problem.ts'
import { formatMoney } from '#program/money.ts'
import { formatMonth, lastDayOf } from '#program/month.ts'
import { type Booking, bookingsOf, quoted, titleOf } from './bookings.ts'
import type { ExportSetting, ExportWriter } from './export-order.ts'
import { fileName } from './file-name.ts'
import { once } from './once.ts'

/** Xero takes at most 300 lines a file, and every booking has two. */
const BOOKINGS_IN_FILE = 150
/** Perks named in a refusal; whoever mends those sees the next ones. */
const MOST_NAMED = 10

const HEADER = ['*Narration', '*Date', 'Description', '*AccountCode', '*TaxRate', '*Amount']
/** Xero's own names for what bears no tax, where they are not the usual one. */
const TAX_FREE: Readonly<Record<string, string>> = { GBP: 'No VAT', AUD: 'BAS Excluded', NZD: 'No GST' }

/**
 * Manual journals as Xero imports them, in as many files as its limit asks for. A journal is a month in a file; it balances
 * because both lines of a booking stand in the same one. What comes to nothing is left out, as Xero wants amounts.
 *
 * Throws problems: 422 without a usable `contra`, and 422 that names the perks without an account code.
 */
export const xero: ExportWriter = async (order, setting, entries) => {
  const contra = contraOf(order.contra)
  const bookings = (await bookingsOf(entries, setting)).filter(({ costMinor }) => costMinor !== 0)
  const codes = bookings.map(codeOf)
  const without = bookings.filter((_, place) => codes[place] === null)
  if (without.length > 0) throw noCode(without)
  const files = Math.max(1, Math.ceil(bookings.length / BOOKINGS_IN_FILE))
  return Array.from({ length: files }, (_, place) => {
    const part = bookings.slice(place * BOOKINGS_IN_FILE, (place + 1) * BOOKINGS_IN_FILE)
    const which = files === 1 ? '' : `-${place + 1}-of-${files}`
    const name = fileName(setting.program, order.period, `-xero${which}.csv`)
    const lines = part.flatMap((one) => linesOf(one, contra, which, setting))
    return { name, mediaType: 'text/csv', bytes: once(stringify([HEADER, ...lines], { record_delimiter: '\r\n' })) }
  })
}

const CODE = /^[A-Za-z0-9]{1,10}$/

function contraOf(contra: string | undefined): string {
  if (contra !== undefined && CODE.test(contra)) return contra
  const detail =
    'Xero books by account codes. Name the code of the account that costs are accrued in, of up to ten letters and digits, as "contra".'
  throw faultyFields(422, [{ pointer: '/query/contra', code: 'no_contra', detail }])
}

const codeOf = ({ accountCode }: Booking): string | null =>
  accountCode !== null && CODE.test(accountCode) ? accountCode : null

function noCode(bookings: readonly Booking[]): Problem {
  const perks = [...new Set(bookings.map(({ perk, edition }) => `${quoted(perk)} (edition ${edition})`))]
  const more = perks.length > MOST_NAMED ? ` and ${perks.length - MOST_NAMED} more` : ''
  return new Problem(
    422,
    'no_account_code',
    `Xero books by account codes, and these perks have none: ${perks.slice(0, MOST_NAMED).join(', ')}${more}. ` +
      'Codes stand with the unit costs of an edition. For months that are past, take the journal for hledger or beancount.',
  )
}

function linesOf(booking: Booking, contra: string, which: string, { currency }: ExportSetting): readonly string[][] {
  const { month, costMinor, entries, treatment } = booking
  const narration = `Loyalty perks ${formatMonth(month)}${which.replaceAll('-', ' ')}`
  const description = `${titleOf(booking)}, ${treatment ?? 'treatment unstated'}, entries: ${entries}`
  const tax = TAX_FREE[currency] ?? 'Tax Exempt'
  const line = (code: string, minor: number) => [
    ...[narration, lastDayOf(month), description, code, tax, formatMoney(minor, currency)],
  ]
  return [line(codeOf(booking) ?? '', costMinor), line(contra, -costMinor)]
}
