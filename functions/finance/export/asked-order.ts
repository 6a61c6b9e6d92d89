import { faultyFields, Problem } from '#http/problem.ts'
import type { Period } from '#ledger/cost-entry.ts'
import { parseMonth } from '#program/month.ts'
import { periodOf } from '../cost-fields.ts'
import type { ExportFormat } from '../export-routes.ts'
import type { ExcelLocale, ExportOrder } from './export-order.ts'

export interface AskedExport {
  readonly format: ExportFormat
  /** "2026-05", or "2026-01..2026-03". */
  readonly period: string
  readonly locale?: ExcelLocale | undefined
  readonly contra?: string | undefined
}

/** The order that a question amounts to. Throws a 400 problem for a period that is none. */
export const askedOrder = ({ period, ...rest }: AskedExport): ExportOrder => ({ ...rest, period: monthsOf(period) })

function monthsOf(text: string): Period {
  const [from = '', to = from] = text.split('..')
  const last = parseMonth(to)
  try {
    return periodOf({ from: parseMonth(from), to: last }, last)
  } catch (error) {
    const detail = error instanceof Problem ? error.extras.errors?.[0]?.detail : undefined
    if (detail === undefined) throw error
    // Both months stand in one parameter here.
    throw faultyFields(400, [{ pointer: '/query/period', code: 'bad_period', detail }])
  }
}
