import type * as z from 'zod'
import type { impactSchema } from '#studio/impact-routes.ts'

/** What a draft would do, as the API answers it. */
export type ImpactBody = z.output<typeof impactSchema>
export type ImpactMove = ImpactBody['moves'][number]
export type MoveReason = ImpactMove['reason']
