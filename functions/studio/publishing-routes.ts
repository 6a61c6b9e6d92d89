import * as z from 'zod'
import { pageOf, pageQuery } from '#http/page.ts'
import { route } from '#http/route.ts'
import { draftParams, ifMatch, instant, monthText, READERS } from './draft-routes.ts'

export const publishedSchema = z.strictObject({
  edition: z.int(),
  revision: z.int(),
  effectiveFrom: monthText,
  isInForce: z.boolean(),
  site: z
    .string()
    .nullable()
    .meta({ description: 'The site that is served now; null if the pages follow within the hour' }),
  seconds: z.number().meta({ description: 'From the request to the live page' }),
})

export const publishDraft = route({
  method: 'post',
  path: '/studio/drafts/{id}/publish',
  may: 'program:write',
  summary: 'Publishes: words at once, rules from the first of the month that was announced',
  params: draftParams,
  headers: ifMatch,
  answers: { 201: { description: 'Published; pages are live', schema: publishedSchema } },
  problems: [404, 409, 412, 422],
})

export const editionRow = z.strictObject({
  edition: z.int(),
  revision: z.int(),
  effectiveFrom: monthText,
  publishedAt: instant,
  state: z.enum(['announced', 'in force', 'superseded', 'withdrawn']),
  isLatestRevision: z.boolean(),
  changes: z.array(z.string()),
})

export const getEditions = route({
  method: 'get',
  path: '/studio/editions',
  may: READERS,
  summary: 'Every edition and revision, oldest first',
  answers: { 200: { description: 'With what each changed', schema: z.strictObject({ items: z.array(editionRow) }) } },
})

const numberParams = z.strictObject({
  n: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, { error: 'It must be a number, as in 3' })
    .transform(Number),
})

export const withdrawEdition = route({
  method: 'post',
  path: '/studio/editions/{n}/withdraw',
  may: 'program:write',
  summary: 'Withdraws an edition that is published but not yet in force',
  params: numberParams,
  answers: { 200: { description: 'Withdrawn', schema: publishedSchema } },
  problems: [404, 409, 422],
})

export const rollBack = route({
  method: 'post',
  path: '/studio/editions/{n}/revisions/{revision}/restore',
  may: 'program:write',
  summary: 'Publishes the words of an earlier revision again',
  params: numberParams.extend({
    revision: z
      .string()
      .regex(/^[1-9]\d{0,8}$/, { error: 'It must be a number, as in 3' })
      .transform(Number),
  }),
  answers: { 201: { description: 'A revision of its own, live at once', schema: publishedSchema } },
  problems: [404, 409, 422],
})

export const logEntrySchema = z.strictObject({
  id: z.string(),
  at: instant,
  by: z.string(),
  what: z.string(),
  draft: z.string().nullable(),
  edition: z.int().nullable(),
  detail: z.string(),
})

export const getLog = route({
  method: 'get',
  path: '/studio/log',
  may: [...READERS, 'finance:read'],
  summary: 'Everything that anyone did, newest first',
  query: pageQuery,
  answers: { 200: { description: 'A page', schema: pageOf(logEntrySchema) } },
})

export const publishingRoutes = [publishDraft, getEditions, withdrawEdition, rollBack, getLog]
