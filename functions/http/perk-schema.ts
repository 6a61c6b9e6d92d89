import * as z from 'zod'
import { idField, moneyField } from './fields.ts'

/** Perks and baskets, described for the OpenAPI document; the desk and the portal answer and take the same ones. */

const count = z.int().min(0)
const day = z.string().meta({ format: 'date' })
const reason = z.enum(['tier_too_low', 'limit_reached', 'basket_too_small', 'category_not_covered'])

const terms = z.strictObject({
  over: moneyField.optional(),
  categories: z.array(z.string()).optional(),
  limit: z
    .strictObject({
      count: z.int().min(1),
      per: z.enum(['order', 'day', 'week', 'month', 'quarter', 'year', 'ever']),
    })
    .optional(),
})

export const perkSchema = z.strictObject({
  perk: z.string(),
  name: z.string(),
  kind: z.enum(['delivery', 'service', 'access', 'gift', 'discount', 'credit']),
  worth: moneyField,
  entitled: z.boolean(),
  reason: reason.nullable(),
  missing: z
    .string()
    .nullable()
    .meta({ description: 'What would change a refusal, in words', examples: ['£12.50 more'] }),
  terms: terms.nullable(),
  words: z
    .string()
    .nullable()
    .meta({ description: 'The terms in words', examples: ['2 a year'] }),
  used: count,
  left: count.nullable(),
  resetsOn: day.nullable(),
})

export const perksSchema = z.strictObject({
  member: z.string(),
  asOf: z.string().meta({ format: 'date-time' }),
  edition: z.int(),
  currency: z.string(),
  tier: z.strictObject({ id: z.string(), name: z.string(), rank: count }),
  perks: z.array(perkSchema),
})

/** As many as a purchase may have. */
export const categoryList = z.array(idField).max(20)

export const basketFields = {
  amount: moneyField,
  currency: z.string().meta({ examples: ['GBP'] }),
  categories: categoryList.optional(),
}

const quotedPerk = z.strictObject({
  perk: z.string(),
  name: z.string(),
  worth: moneyField,
  terms: terms.nullable(),
  words: z.string(),
  short: moneyField.nullable(),
})

export const quoteSchema = z.strictObject({
  edition: z.int(),
  currency: z.string(),
  amount: moneyField,
  tier: z.string(),
  tiers: z.array(
    z.strictObject({
      tier: z.string(),
      name: z.string(),
      gets: z.array(quotedPerk),
      misses: z.array(quotedPerk.extend({ reason, missing: z.string() })),
    }),
  ),
  reaches: z.strictObject({
    tier: z.string().nullable(),
    name: z.string().nullable(),
    next: z.strictObject({ tier: z.string(), name: z.string(), left: moneyField }).nullable(),
  }),
})
