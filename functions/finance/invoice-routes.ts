import * as z from 'zod'
import { idField, moneyField, textField } from '#http/fields.ts'
import { pageOf, pageQuery } from '#http/page.ts'
import { route } from '#http/route.ts'
import { count, instant, money, monthText } from './cost-fields.ts'

export const actualSchema = z.strictObject({
  source: z.string(),
  id: z.string(),
  time: instant,
  amount: money,
  currency: z.string(),
  redemption: z.string().nullable(),
  order: z.string().nullable(),
  perk: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: instant,
  matched: z.strictObject({ redemption: z.string(), trueUp: money, entry: z.string() }).nullable(),
  reason: z.enum(['no_such_redemption', 'redemption_refused', 'no_use_of_order', 'several_uses_of_order']).nullable(),
})
export type ActualBody = z.output<typeof actualSchema>

export const getActuals = route({
  method: 'get',
  path: '/finance/actuals',
  may: 'finance:read',
  summary: 'What suppliers charged, newest first: matched to a use, or not',
  query: z.strictObject({ ...pageQuery.shape, state: z.enum(['matched', 'unmatched']).optional() }),
  answers: { 200: { description: 'A page, which may be short while there is a cursor', schema: pageOf(actualSchema) } },
  problems: [409],
})

export const invoiceSchema = z.strictObject({
  source: z.string(),
  currency: z.string(),
  isCheck: z.boolean().meta({ description: 'Nothing was stored' }),
  rows: count,
  matched: count,
  duplicate: count.meta({ description: 'Reported before with the same content, and matched' }),
  unmatched: z.array(z.strictObject({ row: count, id: z.string(), reason: actualSchema.shape.reason })),
  amount: money.meta({ description: 'Of all rows' }),
  trueUp: money.meta({ description: 'Booked, or what would be' }),
})
export type InvoiceBody = z.output<typeof invoiceSchema>

export const postInvoice = route({
  method: 'post',
  path: '/finance/invoices',
  may: 'finance:close',
  summary: "Takes a supplier's invoice: all of its rows, or none when any of them is wrong",
  query: z.strictObject({
    source: idField.meta({ description: 'Who charges: parcel-line' }),
    perk: idField.optional().meta({ description: 'What all rows are for, where they do not say' }),
    check: z.enum(['true', 'false']).default('false').meta({ description: 'Only says what would come of it' }),
  }),
  takes: { 'text/csv': z.string() },
  answers: { 200: { description: 'What became of each row', schema: invoiceSchema } },
  problems: [409, 422],
})

const perkCost = z.strictObject({
  unit: moneyField,
  budget: z.strictObject({ per: z.enum(['month', 'quarter', 'year']), amount: moneyField }).optional(),
  account: textField(200).optional(),
  accountCode: textField(100).optional(),
  treatment: z.enum(['expense', 'material-right', 'third-party']).optional(),
  owner: textField(100).optional(),
  evidence: textField(500).optional(),
})

export const unitCostsSchema = z.strictObject({
  currency: z.string(),
  perks: z.array(z.strictObject({ id: z.string(), name: z.string() })).meta({ description: 'Of the latest edition' }),
  earliest: monthText.meta({ description: 'The first month for which costs can be prepared now' }),
  editions: z.array(
    z.strictObject({
      edition: z.int(),
      effectiveFrom: z.string(),
      publishedAt: instant,
      isInForce: z.boolean(),
      costs: z.record(z.string(), perkCost),
    }),
  ),
  next: z
    .strictObject({
      version: z.int(),
      effectiveFrom: z.string(),
      costs: z.record(z.string(), perkCost),
      changedAt: instant,
      isMine: z.boolean().meta({ description: 'Whoever changed it last does not approve it' }),
      earliest: z.string().meta({ description: 'The first month for which it can still be published' }),
      changes: z.array(z.string()).meta({ description: 'Against the latest edition, in words' }),
    })
    .nullable(),
})
export type UnitCostsBody = z.output<typeof unitCostsSchema>

export const getUnitCosts = route({
  method: 'get',
  path: '/finance/unit-costs',
  may: 'finance:read',
  summary: 'What each edition says a use costs, and what finance prepares for the next',
  answers: { 200: { description: 'Oldest edition first', schema: unitCostsSchema } },
  problems: [409],
})

const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,15}"$/, { error: 'It must be the version seen, as in "3"; "0" where nothing is prepared' }),
})

export const nextCostsSchema = z.strictObject({
  effectiveFrom: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: 'It must be a month, as in 2027-01' })
    .meta({ examples: ['2027-01'] }),
  costs: z.record(z.string(), perkCost),
})

export const putNextCosts = route({
  method: 'put',
  path: '/finance/unit-costs/next',
  may: 'finance:close',
  summary: 'Prepares what perks cost from the next edition on',
  headers: ifMatch,
  takes: { 'application/json': nextCostsSchema },
  answers: { 200: { description: 'As it is kept now', schema: unitCostsSchema } },
  problems: [409, 412, 422],
})

export const deleteNextCosts = route({
  method: 'delete',
  path: '/finance/unit-costs/next',
  may: 'finance:close',
  summary: 'Takes back what was prepared',
  headers: ifMatch,
  answers: { 200: { description: 'Nothing is prepared any more', schema: unitCostsSchema } },
  problems: [409, 412],
})

export const approveNextCosts = route({
  method: 'post',
  path: '/finance/unit-costs/next/approve',
  may: 'program:approve',
  summary: 'Publishes what somebody else prepared, as an edition that changes nothing but costs',
  headers: ifMatch,
  answers: { 200: { description: 'Published', schema: unitCostsSchema } },
  problems: [403, 409, 412, 422],
})
