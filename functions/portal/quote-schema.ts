import * as z from 'zod'
import { idField } from '#http/fields.ts'
import { basketFields } from '#http/perk-schema.ts'

/** What `POST /quote` takes. */
export const sentQuote = z.strictObject({
  basket: z.strictObject(basketFields),
  tier: idField
    .optional()
    .meta({ description: "The tier to quote for. Left out: the signed-in member's, else the first." }),
})

export type SentQuote = z.output<typeof sentQuote>
