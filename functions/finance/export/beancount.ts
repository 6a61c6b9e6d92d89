import { formatMoney } from '#program/money.ts'
import { firstDayOf, lastDayOf } from '#program/month.ts'
import { ACCRUED, type Booking, bookingsOf, debited, quoted, titleOf } from './bookings.ts'
import type { ExportOrder, ExportSetting, ExportWriter } from './export-order.ts'
import { fileName } from './file-name.ts'
import { once } from './once.ts'

/** A journal for beancount: the same bookings as for hledger, with accounts opened on the first day of the period. */
export const beancount: ExportWriter = async (order, setting, entries) => {
  const bookings = await bookingsOf(entries, setting)
  const text = [...opening(bookings, order, setting), ...bookings.map((one) => transaction(one, setting))].join('\n')
  const name = fileName(setting.program, order.period, '.beancount')
  return [{ name, mediaType: 'text/plain', bytes: once(text) }]
}

function opening(bookings: readonly Booking[], { period }: ExportOrder, { currency, program }: ExportSetting) {
  const day = firstDayOf(period.from)
  const accounts = [...new Set([...bookings.map(debited), ACCRUED])].sort()
  return [
    `; What the perks of ${quoted(program)} cost, by month of booking`,
    `option "operating_currency" "${currency}"`,
    `${day} commodity ${currency}`,
    ...accounts.map((account) => `${day} open ${account} ${currency}`),
    '',
  ]
}

function transaction(booking: Booking, { currency }: ExportSetting): string {
  const { month, perk, tier, edition, treatment, entries, costMinor } = booking
  return [
    `${lastDayOf(month)} * "Loyalty perks" "${titleOf(booking)}"`,
    `  perk: "${quoted(perk)}"`,
    `  tier: "${quoted(tier)}"`,
    `  edition: ${edition}`,
    `  treatment: "${treatment ?? 'unstated'}"`,
    `  entries: ${entries}`,
    `  ${debited(booking)}  ${formatMoney(costMinor, currency)} ${currency}`,
    `  ${ACCRUED}  ${formatMoney(-costMinor, currency)} ${currency}`,
    '',
  ].join('\n')
}
