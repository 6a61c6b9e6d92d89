import * as z from 'zod'
import { idField } from '#http/fields.ts'
import { route } from '#http/route.ts'

export const getTill = route({
  method: 'get',
  path: '/till',
  may: 'perks:redeem',
  summary: 'What a counter has to know before it can begin',
  answers: {
    200: {
      description: 'Of the edition in force now.',
      schema: z.strictObject({
        edition: z.int().min(1),
        signedInAs: z.string().meta({ description: 'Whose idempotency keys are sent from here.' }),
        currency: z.string(),
        categories: z.array(z.string()).meta({ description: 'Every category that a perk asks for.' }),
      }),
    },
  },
  problems: [409],
})

export const getCard = route({
  method: 'get',
  path: '/cards/{code}',
  may: 'perks:redeem',
  summary: 'Whose card has this code',
  params: z.strictObject({ code: idField.meta({ examples: ['7K3M-9QXT-4D2A'] }) }),
  answers: {
    200: {
      description: 'The member, by their number and name.',
      schema: z.strictObject({ member: z.string(), name: z.string().nullable() }),
    },
  },
  problems: [404, 422],
})
