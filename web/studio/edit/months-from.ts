import { formatMonth, parseMonth } from '#program/month.ts'

const MANY = 24

/** The months that can be chosen, two years from the earliest on; what was chosen before is always among them. */
export function monthsFrom(earliest: string, chosen: string | null): readonly string[] {
  const first = parseMonth(earliest)
  const months = Array.from({ length: MANY }, (_, index) => formatMonth(first + index))
  return chosen === null || months.includes(chosen) ? months : [chosen, ...months].sort()
}
