import * as z from 'zod'
import { route } from '#http/route.ts'

const instant = z.string().meta({ format: 'date-time' })
const money = z.string()
const count = z.int().min(0)
const params = z.strictObject({ id: z.string().max(64) })
const monthText = z.string()

/** Why somebody's tier will be another one than without the draft. */
export const moveReason = z.enum([
  'asks_for_more',
  'asks_for_less',
  'kept_shorter',
  'kept_longer',
  'tier_gone',
  'tier_new',
  'other',
])

export const impactSchema = z.strictObject({
  draft: z.string(),
  version: z.int().meta({ description: 'Of the draft. Once its rules or month are others, one begins anew' }),
  isDone: z.boolean(),
  done: count,
  members: count.meta({ description: 'How many there are in all, as far as is known' }),
  at: instant,
  effectiveFrom: monthText,
  tiers: z.array(z.strictObject({ tier: z.string(), name: z.string(), before: count, after: count })).meta({
    description: 'Members on the day it takes effect, without and with the draft',
  }),
  flows: z.array(z.strictObject({ from: z.string(), to: z.string(), members: count })).meta({
    description: 'From the tier without the draft to the tier with it, on that day',
  }),
  moves: z
    .array(z.strictObject({ month: monthText, direction: z.enum(['up', 'down']), reason: moveReason, members: count }))
    .meta({
      description:
        'On that day or the first days of the twelve months after it, by the month in which the two first differ',
    }),
  within: z.array(z.strictObject({ tier: z.string(), name: z.string(), before: count, after: count })).meta({
    description: 'Members at 80 percent or more of the tier above theirs',
  }),
  costs: z
    .array(
      z.strictObject({
        perk: z.string(),
        perkName: z.string(),
        tier: z.string(),
        tierName: z.string(),
        usesBefore: count,
        usesAfter: z.int(),
        before: money,
        after: money,
      }),
    )
    .meta({ description: 'The uses of the last twelve months, and what they would have been and cost by the draft' }),
  currency: z.string(),
  assumptions: z.array(z.string()).meta({ description: 'On what the figures rest, in sentences' }),
})

/** Those who write a draft, those who decide about it, and finance. */
const READERS = ['program:write', 'program:approve', 'finance:read'] as const

export const postImpact = route({
  method: 'post',
  path: '/studio/drafts/{id}/impact',
  may: READERS,
  summary: 'Works out what the draft would do, as far as this call gets; call again until it is done',
  params,
  answers: { 200: { description: 'So far', schema: impactSchema } },
  problems: [404, 409, 422],
})

export const getImpactMembers = route({
  method: 'get',
  path: '/studio/drafts/{id}/impact/members',
  may: READERS,
  summary: 'The members whose tier would be another one, with the reason',
  params,
  query: z.strictObject({ reason: moveReason.optional() }),
  answers: { 200: { description: 'member,from,to,month,reason', schema: z.string(), mediaType: 'text/csv' } },
  problems: [404, 409],
})
