import type { Bill } from './bill.ts'
import type { Nano } from './dollars.ts'
import type { Report } from './report.ts'

const NANO = 1_000_000_000n

/** Dollars as a decimal, exact: "0.062500000". */
const decimal = (amount: Nano): string => `${amount / NANO}.${(amount % NANO).toString().padStart(9, '0')}`

const billJson = ({ total, parts }: Bill) => ({
  total: decimal(total),
  parts: Object.fromEntries(Object.entries(parts).map(([service, amount]) => [service, decimal(amount)])),
})

/** The report for programs: dollars as decimal strings, limits with what is used up of them. */
export function reportJson({ millions, idle, months }: Report): string {
  const body = {
    perMillion: Object.fromEntries(millions.map(({ name, bill }) => [name, billJson(bill)])),
    idleMonth: billJson(idle),
    months: months.map(({ members, bill, limits }) => ({
      members: Number(members),
      ...billJson(bill),
      limits: limits.map(({ limit: { what, unit, limit }, load, share }) => ({ what, unit, limit, load, share })),
    })),
  }
  return `${JSON.stringify(body, null, 2)}\n`
}
