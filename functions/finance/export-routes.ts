import * as z from 'zod'
import { route } from '#http/route.ts'
import { count, instant, money, monthText } from './cost-fields.ts'

export const FORMATS = ['csv', 'excel-csv', 'xlsx', 'parquet', 'hledger', 'beancount', 'xero'] as const
export type ExportFormat = (typeof FORMATS)[number]

/** Excel's files come as its own, so that no gateway decodes them as text, which eats the mark at their beginning. */
export const MEDIA_TYPES = [
  'text/csv',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.apache.parquet',
  'text/plain',
  'application/zip',
] as const

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** What an export holds, so that whoever gets it can see that it is whole. */
export const manifestSchema = z.strictObject({
  program: z.string(),
  format: z.enum(FORMATS),
  period: z.strictObject({ from: monthText, to: monthText }),
  rows: count.meta({ description: 'Entries of the ledger in it; a journal sums them up' }),
  sums: z.array(z.strictObject({ currency: z.string(), cost: money })),
  editions: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
  firstEvent: instant.nullable(),
  lastEvent: instant.nullable(),
  files: z.array(z.strictObject({ name: z.string(), bytes: count, sha256: digest })),
})

export type Manifest = z.output<typeof manifestSchema>

/** Which export is asked for; the command line has the same words. */
export const exportQuery = z.strictObject({
  format: z.enum(FORMATS),
  period: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:\.\.\d{4}-(?:0[1-9]|1[0-2]))?$/, {
      error: 'It must be a month, or two of them as in 2026-01..2026-03',
    })
    .meta({ description: '2026-05, or 2026-01..2026-03' }),
  locale: z
    .enum(['en-GB', 'en-US', 'de-DE', 'fr-FR'])
    .optional()
    .meta({ description: 'Of excel-csv: how numbers and columns are parted' }),
  contra: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Of xero: the code of the account that costs are accrued in' }),
})

export const getExport = route({
  method: 'get',
  path: '/finance/export',
  may: 'finance:read',
  summary: 'All entries of a period as a file',
  query: exportQuery.extend({
    as: z
      .enum(['file', 'zip'])
      .optional()
      .meta({ description: 'zip: together with its manifest. Several files always are.' }),
  }),
  answers: { 200: { description: 'Streamed', schema: z.string(), mediaType: MEDIA_TYPES } },
  problems: [409, 413, 422],
})

export const getExportManifest = route({
  method: 'get',
  path: '/finance/export/manifest',
  may: 'finance:read',
  summary: 'The manifest of the same export',
  query: exportQuery,
  answers: { 200: { description: 'What the file holds', schema: manifestSchema } },
  problems: [409, 413, 422],
})
