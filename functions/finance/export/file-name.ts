import type { Period } from '#ledger/cost-entry.ts'
import { formatMonth } from '#program/month.ts'

/** "fairweather-2026-05.csv", or "fairweather-2026-01-to-2026-03.csv": safe on every system, whatever the program is called. */
export function fileName(program: string, { from, to }: Period, ending: string): string {
  const name = program.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60) || 'program'
  const months = from === to ? formatMonth(from) : `${formatMonth(from)}-to-${formatMonth(to)}`
  return `${name}-${months}${ending}`
}
