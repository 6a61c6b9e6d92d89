import * as z from 'zod'
import { route } from '#http/route.ts'
import { READERS } from './draft-routes.ts'

export const rightsSchema = z.strictObject({
  subject: z.string().meta({ description: 'By which the log and the drafts know the reader' }),
  mayWrite: z.boolean(),
  mayApprove: z.boolean(),
})

export const getRights = route({
  method: 'get',
  path: '/studio/rights',
  may: [...READERS, 'finance:read'],
  summary: 'What the reader may do in the studio',
  answers: { 200: { description: 'So that a screen can say beforehand who does the next step', schema: rightsSchema } },
})
