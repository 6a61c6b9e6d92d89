import * as z from 'zod'
import { idField } from '#http/fields.ts'
import { pageOf, pageQuery } from '#http/page.ts'
import { problemSchema } from '#http/problem-schema.ts'
import { route } from '#http/route.ts'
import { eventSchema } from './event-schema.ts'
import { MAX_BATCH } from './limits.ts'
import { resultSchema, resultsSchema } from './result.ts'
import { BATCH, ONE } from './sent-events.ts'

export const postEvents = route({
  method: 'post',
  path: '/events',
  may: 'events:write',
  summary: 'Take in one event, or up to 500',
  takes: { [ONE]: eventSchema, [BATCH]: z.array(eventSchema).min(1).max(MAX_BATCH) },
  answers: {
    200: { description: 'What became of each event, in order', schema: resultsSchema },
    503: {
      description: 'Some events were not stored; send those again whose outcome is "retry", or all of them',
      schema: problemSchema.extend(resultsSchema.partial().shape),
      mediaType: 'application/problem+json',
    },
  },
  problems: [409],
})

const refusalSchema = z.strictObject({
  id: z.string(),
  at: z.string().meta({ format: 'date-time' }),
  outcome: z.enum(['rejected', 'conflict']),
  sender: z.string(),
  code: z.string(),
  detail: z.string(),
  event: z.record(z.string(), z.unknown()).meta({ description: 'The event as it came, but for what was withheld' }),
  withheld: z.array(z.string()).meta({ description: 'Pointers to what was sent and not kept' }),
})

export const getRefusals = route({
  method: 'get',
  path: '/refusals',
  may: 'ops',
  summary: 'Events that were not stored, newest first',
  query: pageQuery,
  answers: { 200: { description: 'A page of refusals', schema: pageOf(refusalSchema) } },
})

export const replayRefusal = route({
  method: 'post',
  path: '/refusals/{id}/replay',
  may: 'ops',
  summary: 'Take in a refused event again, as it was kept or mended',
  params: z.strictObject({ id: idField }),
  takes: { [ONE]: eventSchema },
  bodyIsOptional: true,
  answers: { 200: { description: 'What became of it now', schema: resultSchema } },
  problems: [404, 409, 422],
})

export const intakeRoutes = [postEvents, getRefusals, replayRefusal]
