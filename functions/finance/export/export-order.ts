import type { CostEntry, Period } from '#ledger/cost-entry.ts'
import type { ProgramCosts } from '#program/document.ts'
import type { ExportFormat } from '../export-routes.ts'

export type ExcelLocale = 'en-GB' | 'en-US' | 'de-DE' | 'fr-FR'

/** What somebody wants to have. */
export interface ExportOrder {
  readonly format: ExportFormat
  readonly period: Period
  /** Of excel-csv; left out it is en-GB. */
  readonly locale?: ExcelLocale | undefined
  /** Of xero: the code of the account that costs are accrued in. */
  readonly contra?: string | undefined
}

/** What there is to say about all entries alike. */
export interface ExportSetting {
  /** The program's id. */
  readonly program: string
  readonly currency: string
  /** The program's zone, for files that hold times as a local clock shows them. */
  readonly timeZone: string
  /** What perks cost, by edition. */
  readonly costs: ReadonlyMap<number, ProgramCosts>
  readonly pseudonym: (member: string) => string
}

/** A file on its way. Its bytes can be read once. */
export interface ExportFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Makes the files of a format. Whatever can be refused is refused before it resolves: see {@link Problem}. */
export type ExportWriter = (
  order: ExportOrder,
  setting: ExportSetting,
  entries: AsyncIterable<CostEntry>,
) => Promise<readonly ExportFile[]>
