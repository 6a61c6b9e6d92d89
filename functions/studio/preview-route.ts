import * as z from 'zod'
import { route } from '#http/route.ts'
import { READERS } from './draft-routes.ts'

export const getPreview = route({
  method: 'get',
  path: '/studio/drafts/{id}/preview/{page}',
  takesRest: true,
  may: READERS,
  summary: 'A page as it would be with the draft, for nobody else to see',
  params: z.strictObject({ id: z.string().max(64), page: z.string().max(300) }),
  query: z.strictObject({
    as: z.string().max(64).optional().meta({ description: 'The id of the tier as which it is looked at' }),
    on: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional()
      .meta({
        description: 'The day on which it is looked at; before the draft takes effect, what is in force then is shown',
        format: 'date',
      }),
  }),
  answers: { 200: { description: 'The page', schema: z.string(), mediaType: 'text/html' } },
  problems: [404, 409, 422],
})
