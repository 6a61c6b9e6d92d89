import * as z from 'zod'

export const findingSchema = z.strictObject({
  kind: z.enum(['error', 'warning', 'note']),
  place: z.string().meta({ description: 'A JSON Pointer into the document' }),
  code: z.string(),
  message: z.string(),
  mend: z.string(),
})
