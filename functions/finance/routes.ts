import * as z from 'zod'
import { pageOf, pageQuery } from '#http/page.ts'
import { route } from '#http/route.ts'
import { getCosts, getEntries, getReconciliation, getUse } from './costs-routes.ts'
import { getExport, getExportManifest } from './export-routes.ts'
import {
  approveNextCosts,
  deleteNextCosts,
  getActuals,
  getUnitCosts,
  postInvoice,
  putNextCosts,
} from './invoice-routes.ts'
import { getBudget, getExposure, getTiers } from './outlook-routes.ts'
import { getArchive, getPeriods, getVerification, postClose } from './period-routes.ts'

const money = z.string().meta({ examples: ['12.50'] })
const units = z.int().min(0)

const openRefundSchema = z.strictObject({
  member: z.string().meta({ description: 'The pseudonym of the member' }),
  source: z.string(),
  purchase: z.string().meta({ description: 'The id of the purchase that the refunds name' }),
  reason: z.enum(['purchase_not_arrived', 'not_a_purchase', 'more_than_was_left']),
  currency: z.string(),
  received: z.strictObject({ amount: money, units }).meta({ description: 'What the refunds ask back' }),
  applied: z.strictObject({ amount: money, units }).meta({ description: 'What they took from the purchase' }),
  excess: z.strictObject({ amount: money, units }).meta({ description: 'Received less applied' }),
})

export const refundsSchema = pageOf(openRefundSchema)
export type RefundsBody = z.output<typeof refundsSchema>

export const getRefunds = route({
  method: 'get',
  path: '/finance/refunds',
  may: 'finance:read',
  summary: 'Refunds beyond their purchase, and those whose purchase never came',
  query: pageQuery,
  answers: {
    200: { description: 'A page, which may be short while there is a cursor', schema: refundsSchema },
  },
  problems: [409],
})

export const financeRoutes = [
  getActuals,
  postInvoice,
  getUnitCosts,
  putNextCosts,
  deleteNextCosts,
  approveNextCosts,
  getRefunds,
  getExport,
  getExportManifest,
  getCosts,
  getEntries,
  getUse,
  getReconciliation,
  getBudget,
  getExposure,
  getTiers,
  getPeriods,
  postClose,
  getVerification,
  getArchive,
]
