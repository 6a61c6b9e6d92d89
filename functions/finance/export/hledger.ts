import { currencyDecimals } from '#program/currency.ts'
import { formatMoney } from '#program/money.ts'
import { lastDayOf } from '#program/month.ts'
import { ACCRUED, type Booking, bookingsOf, debited, quoted, titleOf } from './bookings.ts'
import type { ExportSetting, ExportWriter } from './export-order.ts'
import { fileName } from './file-name.ts'
import { once } from './once.ts'

/**
 * One journal for hledger and ledger, as strict as both can be: every account, currency and tag is declared. Costs are
 * debited where the edition says, and credited as accrued.
 */
export const hledger: ExportWriter = async (order, setting, entries) => {
  const bookings = await bookingsOf(entries, setting)
  const text = [...declarations(bookings, setting), ...bookings.map((one) => transaction(one, setting))].join('\n')
  const name = fileName(setting.program, order.period, '.journal')
  return [{ name, mediaType: 'text/plain', bytes: once(text) }]
}

const TAGS = ['perk', 'tier', 'edition', 'treatment', 'entries']

function declarations(bookings: readonly Booking[], { currency, program }: ExportSetting): readonly string[] {
  const accounts = [...new Set([...bookings.map(debited), ACCRUED])].sort()
  return [
    `; What the perks of ${quoted(program)} cost, by month of booking`,
    ...accounts.map((account) => `account ${account}`),
    ...TAGS.map((tag) => `tag ${tag}`),
    `commodity ${currency}`,
    ...sampleOf(currency),
    '',
  ]
}

/** Of a currency without decimals the two want different samples, and both do without. */
function sampleOf(currency: string): readonly string[] {
  const decimals = currencyDecimals(currency)
  return decimals === 0 ? [] : [`    format ${formatMoney(1000 * 10 ** decimals, currency)} ${currency}`]
}

function transaction(booking: Booking, { currency }: ExportSetting): string {
  const { month, perk, tier, edition, treatment, entries, costMinor } = booking
  const values = [quoted(perk), quoted(tier), edition, treatment ?? 'unstated', entries]
  return [
    `${lastDayOf(month)} * Loyalty perks: ${titleOf(booking)}`,
    ...TAGS.map((tag, place) => `    ; ${tag}: ${values[place]}`),
    `    ${debited(booking)}  ${formatMoney(costMinor, currency)} ${currency}`,
    `    ${ACCRUED}  ${formatMoney(-costMinor, currency)} ${currency}`,
    '',
  ].join('\n')
}
