import * as z from 'zod'

/** The shape of a standing, described for the OpenAPI document; the desk and the portal answer the same one. */

const count = z.int().min(0)
const money = z.string().meta({ examples: ['187.60'] })
const month = z.string().meta({ pattern: '^\\d{4}-\\d{2}$' })
const day = z.string().meta({ format: 'date' })

export const measureSchema = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.enum(['spend', 'lifetimeSpend']), have: money, need: money, left: money }),
  z.strictObject({ measure: z.enum(['orders', 'units']), have: count, need: count, left: count }),
  z.strictObject({
    measure: z.literal('balance'),
    have: money.nullable(),
    need: money,
    left: money,
    months: z.strictObject({ have: count, need: count }),
  }),
  z.strictObject({
    measure: z.literal('plan'),
    plan: z.string(),
    have: z.boolean(),
    need: z.literal(true),
    left: z.boolean(),
  }),
])

export const rowSchema = z.strictObject({ percent: z.int().min(0).max(100), measures: z.array(measureSchema) })

const earning = z.strictObject({ month, edition: z.int(), row: z.array(measureSchema) })

const heldTier = z.strictObject({
  id: z.string(),
  name: z.string(),
  rank: count,
  since: month,
  until: day.nullable(),
  // biome-ignore lint/suspicious/noThenProperty: the name is fixed by the HTTP contract
  then: z.string().nullable(),
})

const tierProgress = z.strictObject({ tier: z.string(), name: z.string(), rows: z.array(rowSchema) })

export const standingSchema = z.strictObject({
  member: z.string(),
  asOf: z.string().meta({ format: 'date-time' }),
  edition: z.int(),
  currency: z.string(),
  tier: heldTier,
  why: earning
    .extend({
      landing: z.strictObject({ from: z.string(), through: z.string() }).nullable(),
      carriedBy: earning.nullable(),
    })
    .nullable(),
  progress: z.array(tierProgress),
  below: z.array(tierProgress),
  keep: z.strictObject({ rows: z.array(rowSchema) }).nullable(),
  dropsOff: z.strictObject({ on: day, spend: money, orders: count, units: count }).nullable(),
})
