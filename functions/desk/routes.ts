import * as z from 'zod'
import { idField, instantField } from '#http/fields.ts'
import { route } from '#http/route.ts'
import { standingSchema } from '#http/standing-schema.ts'
import { getCard, getTill } from './counter-routes.ts'
import { redemptionRoutes } from './redemption-routes.ts'

export const getStanding = route({
  method: 'get',
  path: '/members/{id}/standing',
  may: 'members:read',
  summary: "A member's tier, since when and until when, and what is next",
  params: z.strictObject({ id: idField }),
  query: z.strictObject({
    asOf: instantField.optional().meta({ description: 'Counts the events that happened by then. Now, if absent.' }),
    knownAt: instantField.optional().meta({ description: 'Counts only what had been recorded by then.' }),
  }),
  answers: { 200: { description: 'The standing at that instant.', schema: standingSchema } },
  problems: [404, 409, 422],
})

export const deskRoutes = [getStanding, ...redemptionRoutes, getTill, getCard]
