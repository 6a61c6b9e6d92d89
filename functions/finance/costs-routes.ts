import * as z from 'zod'
import { pageQuery } from '#http/page.ts'
import { route } from '#http/route.ts'
import { count, instant, money, monthText, periodFields, placeFilters } from './cost-fields.ts'

/** By what costs can be told apart. `source` is who asked for the use: a till or a shop. */
export const DIMENSIONS = ['perk', 'tier', 'month', 'edition', 'source'] as const
export type Dimension = (typeof DIMENSIONS)[number]

const byField = z
  .string()
  .default('perk')
  .transform((text) => (text === '' ? [] : text.split(',')))
  .pipe(z.array(z.enum(DIMENSIONS)).refine((names) => new Set(names).size === names.length, 'Name each only once'))

const sums = {
  entries: count.meta({ description: 'Uses, reversals and true-ups that make it up' }),
  uses: z.int().meta({ description: 'Uses less reversals' }),
  accrued: money.meta({ description: 'Uses at the unit costs of their editions, less reversals' }),
  trueUp: money.meta({ description: 'What invoices came to beyond that: the variance' }),
  cost: money.meta({ description: 'Accrued and true-up together' }),
}

const asked = { from: monthText, to: monthText, currency: z.string() }

const costRow = z.strictObject({
  perk: z.string().optional(),
  tier: z.string().optional(),
  month: monthText.optional(),
  edition: z.int().optional(),
  source: z.string().optional(),
  ...sums,
})

export const costsSchema = z.strictObject({
  ...asked,
  by: z.array(z.enum(DIMENSIONS)),
  items: z.array(costRow).meta({ description: 'Sorted by what it is told apart by; only what has entries' }),
  total: z.strictObject(sums),
})
export type CostsBody = z.output<typeof costsSchema>

export const getCosts = route({
  method: 'get',
  path: '/finance/costs',
  may: 'finance:read',
  summary: 'What perks cost, told apart by perk, tier, month, edition or source',
  query: z.strictObject({
    ...periodFields,
    ...placeFilters,
    by: byField.meta({ description: `Parted by commas: ${DIMENSIONS.join(',')}` }),
  }),
  answers: { 200: { description: 'From the totals that are written with the entries', schema: costsSchema } },
  problems: [409],
})

export const costEntrySchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['use', 'reversal', 'true-up']),
  bookedAt: instant,
  month: monthText,
  perk: z.string(),
  tier: z.string(),
  edition: z.int(),
  source: z.string(),
  member: z.string().meta({ description: "The member's pseudonym" }),
  redemption: z.string(),
  usedAt: instant,
  order: z.string().nullable(),
  basket: money.nullable(),
  worth: money.nullable(),
  cost: money.meta({ description: 'What the entry adds to the cost' }),
  invoice: z.strictObject({ source: z.string(), id: z.string(), amount: money }).nullable(),
})
export type CostEntryBody = z.output<typeof costEntrySchema>

export const entriesSchema = z.strictObject({
  ...asked,
  items: z.array(costEntrySchema),
  nextCursor: z.string().nullable(),
})
export type EntriesBody = z.output<typeof entriesSchema>

export const getEntries = route({
  method: 'get',
  path: '/finance/entries',
  may: 'finance:read',
  summary: 'The entries behind the totals, oldest first',
  query: z.strictObject({
    ...pageQuery.shape,
    ...periodFields,
    ...placeFilters,
    kind: costEntrySchema.shape.kind.optional(),
  }),
  answers: { 200: { description: 'A page, which may be short while there is a cursor', schema: entriesSchema } },
  problems: [409],
})

export const useSchema = z.strictObject({
  redemption: z.string(),
  currency: z.string(),
  perk: z.strictObject({ id: z.string(), name: z.string() }),
  tier: z.strictObject({ id: z.string(), name: z.string() }),
  edition: z.strictObject({ edition: z.int(), effectiveFrom: monthText, publishedAt: instant }),
  terms: z.string().meta({ description: 'What the edition promised that tier, in words' }),
  unit: money.nullable().meta({ description: 'What the edition says one use costs; null where it says nothing' }),
  account: z.string().nullable(),
  entries: z.array(costEntrySchema),
  cost: money.meta({ description: 'What all entries together come to' }),
})
export type UseBody = z.output<typeof useSchema>

export const getUse = route({
  method: 'get',
  path: '/finance/uses/{redemption}',
  may: 'finance:read',
  summary: 'One use: under which promise it was granted, and every entry it left',
  params: z.strictObject({ redemption: z.string().max(128) }),
  answers: { 200: { description: 'Oldest entry first', schema: useSchema } },
  problems: [404, 409],
})

export const reconciliationSchema = z.strictObject({
  ...asked,
  agrees: z.boolean(),
  entries: count,
  cost: money,
  differences: z.array(
    z.strictObject({
      ...{ month: monthText, perk: z.string(), tier: z.string(), edition: z.int(), source: z.string() },
      inTotals: z.strictObject(sums),
      inEntries: z.strictObject(sums),
    }),
  ),
})
export type ReconciliationBody = z.output<typeof reconciliationSchema>

export const getReconciliation = route({
  method: 'get',
  path: '/finance/reconciliation',
  may: 'finance:read',
  summary: 'All entries of a period summed up, against the totals',
  query: z.strictObject(periodFields),
  answers: { 200: { description: 'Where they differ is listed', schema: reconciliationSchema } },
  problems: [409],
})
