import * as z from 'zod'
import { idField, instantField, moneyField, textField } from '#http/fields.ts'
import { basketFields, categoryList, perksSchema } from '#http/perk-schema.ts'
import { problemSchema } from '#http/problem-schema.ts'
import { route } from '#http/route.ts'

const count = z.int().min(0)
const instant = z.string().meta({ format: 'date-time' })

/** A category that has a comma in its name cannot be asked about in an address; in a basket that is sent it can. */
const categoriesField = z
  .string()
  .transform((text) => (text === '' ? [] : text.split(',')))
  .pipe(categoryList)

export const getPerks = route({
  method: 'get',
  path: '/members/{id}/perks',
  may: 'perks:redeem',
  summary: 'Every perk for a member: held or not and why, its terms, what is used and left',
  params: z.strictObject({ id: idField }),
  query: z.strictObject({
    amount: moneyField.optional().meta({
      description:
        "Of the basket, in the program's currency. Without it, conditions on a basket stay part of the terms.",
    }),
    categories: categoriesField.optional().meta({
      description: 'Of the basket, parted by commas: suits,shirts. Goes with an amount.',
    }),
    asOf: instantField.optional().meta({ description: 'The instant to decide for. Now, if absent.' }),
  }),
  answers: { 200: { description: 'Not entitled is an answer, not an error.', schema: perksSchema } },
  problems: [404, 409, 422],
})

const redemptionSchema = z.strictObject({
  redemption: z.string(),
  perk: z.string(),
  tier: z.string(),
  edition: z.int(),
  at: instant,
  worth: moneyField,
  currency: z.string(),
  left: count.nullable(),
})

export const sentRedemption = z.strictObject({
  basket: z
    .strictObject({
      ...basketFields,
      order: idField
        .optional()
        .meta({ description: "The shop's id of the order: perks limited per order count in it." }),
    })
    .optional()
    .meta({ description: 'What the perk is used on. Without it no condition on a basket is met.' }),
  note: textField(500).optional(),
})

export type SentRedemption = z.output<typeof sentRedemption>

const refusal = problemSchema.extend({
  perk: z.string().optional(),
  tier: z.string().optional(),
  edition: z.int().optional(),
  at: instant.optional(),
  missing: z.string().nullable().optional(),
  short: moneyField.nullable().optional(),
  used: count.optional(),
  left: count.nullable().optional(),
  resetsOn: z.string().meta({ format: 'date' }).nullable().optional(),
})

export const postRedemption = route({
  method: 'post',
  path: '/members/{id}/perks/{perk}/redemptions',
  may: 'perks:redeem',
  summary: 'Use a perk, once per key and never beyond its limit',
  params: z.strictObject({ id: idField, perk: idField }),
  headers: z.object({
    'idempotency-key': idField.meta({
      description: "The sender's own name for this request, for ever: the same key has the same answer.",
    }),
  }),
  takes: { 'application/json': sentRedemption },
  bodyIsOptional: true,
  answers: {
    201: { description: 'Granted.', schema: redemptionSchema },
    200: { description: 'Granted before, under this key.', schema: redemptionSchema },
    409: {
      description:
        'Not granted: tier_too_low, limit_reached, basket_too_small, category_not_covered or not_in_force. What would change it stands beside the code.',
      schema: refusal,
      mediaType: 'application/problem+json',
    },
  },
  problems: [404, 422],
})

const reversalSchema = z.strictObject({
  reversal: z.string(),
  redemption: z.string(),
  perk: z.string(),
  at: instant,
})

export const postReversal = route({
  method: 'post',
  path: '/redemptions/{redemption}/reversal',
  may: 'perks:redeem',
  summary: 'Take a use back, once: it counts again in the window it came from',
  params: z.strictObject({ redemption: idField }),
  answers: {
    201: { description: 'Taken back.', schema: reversalSchema },
    200: { description: 'Taken back before, by the same sender.', schema: reversalSchema },
  },
  problems: [404, 409],
})

export const redemptionRoutes = [getPerks, postRedemption, postReversal]
