import * as z from 'zod'
import { moneyField, textField } from '#http/fields.ts'

/** The shape of a program document (program.md); what it says is judged by `program/checks`. */

const id = z.string().min(1).max(100)
const name = textField(100)
const words = textField(10_000)
const count = z.number()
const windows = ['order', 'day', 'week', 'month', 'quarter', 'year', 'ever'] as const

const row = z.strictObject({
  spend: moneyField.optional(),
  orders: count.optional(),
  units: count.optional(),
  lifetimeSpend: moneyField.optional(),
  balance: moneyField.optional(),
  months: count.optional(),
  plan: id.optional(),
})

const terms = z.strictObject({
  over: moneyField.optional(),
  categories: z.array(id).min(1).max(100).optional(),
  limit: z.strictObject({ count, per: z.enum(windows) }).optional(),
})

const picture = z.strictObject({
  file: textField(100),
  alt: textField(300),
  width: z.int().positive(),
  height: z.int().positive(),
})

const named = z.record(z.string(), z.strictObject({ name: name.optional() }))
const namedWithText = z.record(z.string(), z.strictObject({ name: name.optional(), text: words.optional() }))

const translation = z.strictObject({
  name: name.optional(),
  standards: namedWithText.optional(),
  tiers: z
    .record(
      z.string(),
      z.strictObject({
        name: name.optional(),
        headline: textField(200).optional(),
        story: words.optional(),
        alt: textField(300).optional(),
      }),
    )
    .optional(),
  plans: named.optional(),
  perks: namedWithText.optional(),
  categories: z.record(z.string(), textField(200)).optional(),
})

/** What one perk costs, as finance states it. */
const cost = z.strictObject({
  unit: moneyField,
  budget: z.strictObject({ per: z.enum(['month', 'quarter', 'year']), amount: moneyField }).optional(),
  account: textField(200).optional(),
  accountCode: textField(100).optional(),
  treatment: z.enum(['expense', 'material-right', 'third-party']).optional(),
  owner: textField(100).optional(),
  evidence: textField(500).optional(),
})

export const documentSchema = z.strictObject({
  id,
  name,
  currency: z.string(),
  timeZone: z.string(),
  qualification: z.strictObject({
    period: z.enum(['sliding', 'calendar', 'anniversary']),
    months: count,
    keep: count,
    softLanding: z.boolean(),
    startsIn: count.nullable().optional(),
  }),
  noticeDays: count,
  standards: z.array(z.strictObject({ id, name, text: words })),
  tiers: z.array(
    z.strictObject({
      id,
      name,
      headline: textField(200).optional(),
      story: words.optional(),
      qualify: z.array(row).max(20).optional(),
      replaces: z.array(id).optional(),
      picture: picture.optional(),
    }),
  ),
  plans: z.array(z.strictObject({ id, name, price: moneyField, per: z.enum(['month', 'year']) })).optional(),
  perks: z.array(
    z.strictObject({
      id,
      name,
      kind: z.enum(['delivery', 'service', 'access', 'gift', 'discount', 'credit']),
      text: words.optional(),
      worth: moneyField,
      terms: z.record(z.string(), terms),
    }),
  ),
  language: z.string().max(35).optional(),
  translations: z.record(z.string(), translation).optional(),
  costs: z.record(z.string(), cost).optional(),
})
