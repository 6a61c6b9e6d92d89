import * as z from 'zod'
import { route } from '#http/route.ts'
import { documentSchema } from './document-schema.ts'

export const findingSchema = z.strictObject({
  kind: z.enum(['error', 'warning', 'note']),
  place: z.string().meta({ description: 'A JSON Pointer into the document' }),
  code: z.string(),
  message: z.string(),
  mend: z.string(),
})

export const checkDocument = route({
  method: 'post',
  path: '/studio/check',
  may: 'program:write',
  summary: 'Everything that is to be said about a program document',
  takes: { 'application/json': documentSchema },
  answers: {
    200: {
      description: 'Errors first; none of them means that it may be submitted',
      schema: z.strictObject({ findings: z.array(findingSchema) }),
    },
  },
})

export const studioRoutes = [checkDocument]
