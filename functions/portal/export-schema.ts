import * as z from 'zod'
import { standingSchema } from '#http/standing-schema.ts'

/** What a member takes away of what is held of them, described for the OpenAPI document. */

const count = z.int().min(0)
const money = z.string().meta({ examples: ['187.60'] })
const instant = z.iso.datetime()

const entry = z.strictObject({
  type: z.enum(['purchase', 'refund', 'balance', 'plan', 'enrolment']),
  source: z.string(),
  id: z.string(),
  time: instant,
  recordedAt: instant,
  amount: money.optional(),
  units: count.optional(),
  categories: z.array(z.string()).optional(),
  note: z.string().optional(),
  purchase: z.string().optional(),
  balance: money.optional(),
  account: z.string().optional(),
  plan: z.string().optional(),
  from: instant.optional(),
  until: instant.optional(),
  emailHash: z.string().optional().meta({ description: 'All that is kept of an address.' }),
  name: z.string().optional(),
})

const asked = {
  id: z.string(),
  time: instant,
  source: z.string().meta({ description: 'Which till or service asked.' }),
  perk: z.string(),
  tier: z.string(),
  edition: z.int().min(1),
  amount: money.optional().meta({ description: 'Of the basket.' }),
  categories: z.array(z.string()).optional(),
  order: z.string().optional(),
  note: z.string().optional(),
}

const use = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('redemption'), ...asked, worth: money }),
  z.strictObject({ type: z.literal('refused'), ...asked, reason: z.string() }),
  z.strictObject({
    ...{ type: z.literal('reversal'), id: asked.id, time: instant, source: asked.source, perk: asked.perk },
    ...{ tier: asked.tier, edition: asked.edition, redemption: z.string() },
  }),
])

export const exportBody = z.strictObject({
  exportedAt: instant,
  currency: z.string(),
  member: z.string(),
  pseudonym: z
    .string()
    .meta({ description: 'How finance sees the member, and what stays of them when they are erased.' }),
  name: z.string().nullable(),
  enrolledAt: instant.nullable(),
  signedOutAt: instant.nullable().meta({ description: 'Sessions that began before it are over.' }),
  card: z.string().nullable().meta({ description: 'The code.' }),
  standing: standingSchema,
  entries: z.array(entry).meta({ description: 'What shops reported, oldest first.' }),
  uses: z.array(use).meta({ description: 'Uses of perks, those taken back and those refused, oldest first.' }),
})
