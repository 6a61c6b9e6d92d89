import * as z from 'zod'
import { route } from '#http/route.ts'
import { count, instant, monthField, monthText } from './cost-fields.ts'

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, hexadecimal' })
const params = z.strictObject({ month: monthField })

export const periodSchema = z.strictObject({
  month: monthText,
  state: z.enum(['closed', 'ready', 'waiting', 'open']).meta({
    description:
      'ready: it can be closed. waiting: an earlier month has to be closed first. open: it is not over, or not for an hour yet.',
  }),
  closable: instant.nullable().meta({ description: 'From when on it can be closed; null once it is' }),
  closedAt: instant.nullable(),
  entries: count.nullable().meta({ description: 'How many entries the checkpoint covers' }),
  root: digest.nullable().meta({ description: "The Merkle tree's root (RFC 6962)" }),
  previous: digest.nullable().meta({ description: 'Of the checkpoint before' }),
})
export type PeriodBody = z.output<typeof periodSchema>

export const getPeriods = route({
  method: 'get',
  path: '/finance/periods',
  may: 'finance:read',
  summary: 'The months since the first entry: which are closed, and which can be',
  answers: { 200: { description: 'Newest first', schema: z.strictObject({ items: z.array(periodSchema) }) } },
  problems: [409],
})

export const postClose = route({
  method: 'post',
  path: '/finance/periods/{month}/close',
  may: 'finance:close',
  summary: 'Closes a month for good: reconciles it, freezes its entries and signs their root',
  params,
  answers: { 201: { description: 'Closed', schema: periodSchema } },
  problems: [409],
})

export const findingSchema = z.strictObject({
  what: z.enum([
    'entry_changed',
    'entry_dropped',
    'entry_added',
    'entries_swapped',
    'hashes_changed',
    'checkpoint_changed',
    'chain_broken',
    'file_missing',
  ]),
  place: count.nullable().meta({ description: 'Of the entry, from 1' }),
  entry: z.string().nullable().meta({ description: 'Its id' }),
  detail: z.string(),
})

export const verificationSchema = z.strictObject({
  month: monthText,
  holds: z.boolean(),
  entries: count,
  root: digest.nullable(),
  finding: findingSchema.nullable().meta({ description: 'The first thing that is wrong' }),
})
export type VerificationBody = z.output<typeof verificationSchema>

export const getVerification = route({
  method: 'get',
  path: '/finance/verify',
  may: 'finance:read',
  summary: "Checks a closed month's archive against its signed checkpoint",
  query: z.strictObject({ month: monthField }),
  answers: { 200: { description: 'Whether it holds, and if not, what is wrong first', schema: verificationSchema } },
  problems: [404, 409],
})

export const getArchive = route({
  method: 'get',
  path: '/finance/periods/{month}/archive',
  may: 'finance:read',
  summary: 'The archive of a closed month: entries, hashes, checkpoint and keys, to be checked anywhere',
  params,
  answers: { 200: { description: 'A ZIP file', schema: z.string(), mediaType: 'application/zip' } },
  problems: [404, 409, 413],
})
