import * as z from 'zod'
import { idField, instantField, moneyField, textField } from '#http/fields.ts'
import { MAX_ACTUAL_NOTE } from '#ledger/actual-cost.ts'
import { MAX_CATEGORIES, MAX_NAME_LENGTH, MAX_NOTE_LENGTH, MAX_UNITS } from './limits.ts'

const units = z.int().min(0).max(MAX_UNITS).optional()
const currency = z.string().meta({ examples: ['GBP'] })

/** Only the shape: whether mail arrives there is the sign-in provider's business. */
const email = z
  .string()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/, { error: 'It must be one address, as in name@shop.example' })

const purchase = z.strictObject({
  amount: moneyField,
  currency,
  units,
  categories: z.array(idField).max(MAX_CATEGORIES).optional(),
  note: textField(MAX_NOTE_LENGTH).optional(),
})
const refund = z.strictObject({ purchase: idField.optional(), amount: moneyField, currency, units })
const balance = z.strictObject({ balance: moneyField, currency, account: idField.optional() })
const plan = z.strictObject({ plan: idField, from: instantField, until: instantField })
const enrolment = z.strictObject({ email: email.optional(), name: textField(MAX_NAME_LENGTH).optional() })
const cost = z.strictObject({
  redemption: idField.optional(),
  order: idField.optional(),
  perk: idField.optional(),
  amount: moneyField,
  currency,
  note: textField(MAX_ACTUAL_NOTE).optional(),
})

/** A CloudEvent 1.0 with the data of its type (api.md, "Events in"). Attributes of extensions are unknown fields here. */
export const eventSchema = z.discriminatedUnion('type', [
  cloudEvent('purchase', purchase),
  cloudEvent('refund', refund),
  cloudEvent('balance', balance),
  cloudEvent('plan', plan),
  cloudEvent('enrolment', enrolment.optional()),
  z.strictObject(attributes('cost', cost)),
])

/** An event of the right form: times are epoch milliseconds, money is still text. */
export type CloudEvent = z.output<typeof eventSchema>

/** An event about a member. */
function cloudEvent<Type extends string, Data extends z.ZodType>(type: Type, data: Data) {
  return z.strictObject({ ...attributes(type, data), subject: idField })
}

function attributes<Type extends string, Data extends z.ZodType>(type: Type, data: Data) {
  return {
    specversion: z.literal('1.0'),
    source: idField,
    id: idField,
    type: z.literal(type),
    time: instantField,
    datacontenttype: z.literal('application/json').optional(),
    data,
  }
}
