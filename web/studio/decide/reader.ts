import type * as z from 'zod'
import type { rightsSchema } from '#studio/rights-route.ts'

/** Who reads the screen, and what they may do. */
export type Reader = z.output<typeof rightsSchema>
