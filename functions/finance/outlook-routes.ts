import * as z from 'zod'
import { route } from '#http/route.ts'
import { count, dayText, instant, money, monthText, periodFields, share } from './cost-fields.ts'

const window = z.enum(['month', 'quarter', 'year'])

export const budgetSchema = z.strictObject({
  currency: z.string(),
  at: instant,
  items: z.array(
    z.strictObject({
      perk: z.string(),
      name: z.string(),
      owner: z.string().nullable(),
      per: window,
      from: dayText,
      until: dayText.meta({ description: 'The last day of the budget' }),
      budget: money,
      actual: money.meta({ description: 'What was booked in it so far' }),
      committed: money
        .nullable()
        .meta({ description: 'What allowances that are open could still cost at most; null where nothing limits it' }),
      forecast: z
        .strictObject({ likely: money, low: money, high: money })
        .meta({ description: 'By the end of the budget' }),
      runsOutOn: dayText.nullable().meta({ description: 'At the likely pace; null when it lasts' }),
      runsOutBetween: z
        .strictObject({ earliest: dayText.nullable(), latest: dayText.nullable() })
        .meta({ description: 'At the highest and at the lowest pace' }),
      pace: z.string().meta({ description: 'On what the forecast rests, in words' }),
      line: z.array(z.strictObject({ month: monthText, spent: money, toDate: money })),
    }),
  ),
  without: z.array(z.strictObject({ perk: z.string(), name: z.string(), actual: money })).meta({
    description: 'Perks that cost something and have no budget',
  }),
})
export type BudgetBody = z.output<typeof budgetSchema>

export const getBudget = route({
  method: 'get',
  path: '/finance/budget',
  may: 'finance:read',
  summary: "Each perk's budget: spent, committed, and when it runs out",
  answers: { 200: { description: 'The budgets that run today', schema: budgetSchema } },
  problems: [409],
})

export const exposureSchema = z.strictObject({
  currency: z.string(),
  at: instant,
  items: z.array(
    z.strictObject({
      perk: z.string(),
      name: z.string(),
      tier: z.string(),
      unit: money.nullable(),
      members: count.meta({ description: 'Who hold the tier now' }),
      open: count.nullable().meta({ description: 'Uses they have left; null where nothing limits it' }),
      until: dayText.nullable().meta({ description: 'When what is left lapses' }),
      atMost: money.nullable(),
      utilisation: z.strictObject({ used: count, allowed: count.nullable(), percent: share.nullable() }).meta({
        description: 'Of the last twelve months: what was used of what could have been',
      }),
      probable: money,
      basis: z.string().meta({ description: 'How the probable cost was worked out, in words' }),
    }),
  ),
  total: z.strictObject({ atMost: money, unlimited: count, probable: money }),
})
export type ExposureBody = z.output<typeof exposureSchema>

export const getExposure = route({
  method: 'get',
  path: '/finance/exposure',
  may: 'finance:read',
  summary: 'What outstanding allowances could cost at most, and what they will probably cost',
  answers: { 200: { description: 'By perk and tier', schema: exposureSchema } },
  problems: [409],
})

export const tiersSchema = z.strictObject({
  ...{ from: monthText, to: monthText, currency: z.string() },
  items: z.array(
    z.strictObject({
      tier: z.string(),
      name: z.string(),
      members: count.meta({ description: 'Who held it at the end of the period' }),
      active: count.meta({ description: 'Who bought in the period while they held it' }),
      spend: money.meta({ description: 'What counted in the months in which its holder held it' }),
      uses: z.int(),
      cost: money,
      perActive: money.nullable(),
      perUse: money.nullable(),
      shareOfSpend: share.nullable(),
    }),
  ),
  total: z.strictObject({
    members: count,
    active: count,
    spend: money,
    uses: z.int(),
    cost: money,
    perActive: money.nullable(),
    shareOfSpend: share.nullable(),
  }),
})
export type TiersBody = z.output<typeof tiersSchema>

export const getTiers = route({
  method: 'get',
  path: '/finance/tiers',
  may: 'finance:read',
  summary: 'Cost per tier: per active member, per use, and as a share of what its holders spent',
  query: z.strictObject(periodFields),
  answers: { 200: { description: 'Lowest tier first', schema: tiersSchema } },
  problems: [409],
})
