import * as z from 'zod'
import { pageOf, pageQuery } from '#http/page.ts'
import { route } from '#http/route.ts'
import { documentSchema } from './document-schema.ts'
import { findingSchema } from './routes.ts'

const instant = z.string().meta({ format: 'date-time' })
const monthText = z.string().meta({ examples: ['2027-03'] })
const params = z.strictObject({ id: z.string().max(64) })

/** The part of a document that the studio edits: everything but what finance alone says. */
export const draftDocument = documentSchema.omit({ costs: true })

export const ifMatch = z.object({
  'if-match': z.string().regex(/^"\d{1,9}"$/, { error: 'It must be the version seen, as in "3"' }),
})

const verdict = z.strictObject({ by: z.string(), at: instant, remark: z.string() })

export const draftSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  version: z.int(),
  base: z.strictObject({ edition: z.int(), revision: z.int() }),
  effectiveFrom: monthText.nullable(),
  changes: z.enum(['nothing', 'words', 'rules']).meta({
    description: 'words are revised at once; rules change with an edition, on the first of a month',
  }),
  state: z.enum(['open', 'submitted', 'approved']),
  author: z.string(),
  isMine: z.boolean(),
  changedAt: instant,
  returned: verdict.nullable(),
  approved: verdict.nullable(),
})

export const draftSchema = draftSummary.extend({
  document: draftDocument,
  explanations: z.record(z.string(), z.string()),
  findings: z.array(findingSchema),
  diff: z.array(z.string()).meta({ description: 'What it changes, in sentences for customers' }),
  earliest: monthText.meta({ description: 'The first month for which it could be published today, with its notice' }),
})

const oneDraft = { 200: { description: 'As it is kept now; its version is also its ETag', schema: draftSchema } }

export const getDrafts = route({
  method: 'get',
  path: '/studio/drafts',
  may: 'program:write',
  summary: 'Every draft, last changed first',
  answers: { 200: { description: 'Without the documents', schema: z.strictObject({ items: z.array(draftSummary) }) } },
})

export const postDraft = route({
  method: 'post',
  path: '/studio/drafts',
  may: 'program:write',
  summary: 'Begins a draft from the latest edition, from another, or from a document',
  takes: {
    'application/json': z.strictObject({
      title: z.string().min(1).max(100),
      from: z.int().positive().optional().meta({ description: 'The number of an edition. The latest, if absent.' }),
      document: draftDocument.optional().meta({ description: 'In place of that of the edition' }),
      effectiveFrom: monthText.nullable().optional(),
    }),
  },
  answers: { 201: { description: 'Begun', schema: draftSchema } },
  problems: [404, 409, 422],
})

export const getDraft = route({
  method: 'get',
  path: '/studio/drafts/{id}',
  may: 'program:write',
  summary: 'A draft with its findings and what it changes',
  params,
  answers: oneDraft,
  problems: [404],
})

export const putDraft = route({
  method: 'put',
  path: '/studio/drafts/{id}',
  may: 'program:write',
  summary: 'Keeps an edit; whatever had been submitted or approved is open again',
  params,
  headers: ifMatch,
  takes: {
    'application/json': z.strictObject({
      title: z.string().min(1).max(100),
      effectiveFrom: monthText.nullable(),
      document: draftDocument,
      explanations: z.record(z.string().max(300), z.string().max(1000)),
    }),
  },
  answers: oneDraft,
  problems: [404, 409, 412, 422],
})

export const deleteDraft = route({
  method: 'delete',
  path: '/studio/drafts/{id}',
  may: 'program:write',
  summary: 'Throws a draft away; the log keeps that it was there',
  params,
  headers: ifMatch,
  answers: { 200: { description: 'Gone', schema: z.strictObject({ id: z.string() }) } },
  problems: [404, 412],
})

const step = <Path extends string>(path: Path, summary: string) =>
  ({
    method: 'post',
    path,
    summary,
    params,
    headers: ifMatch,
    answers: oneDraft,
    problems: [404, 409, 412, 422],
  }) as const

export const submitDraft = route({
  ...step(
    '/studio/drafts/{id}/submit',
    'Hands a draft without errors to whoever approves; its content is fixed by hash',
  ),
  may: 'program:write',
})

export const remark = z.strictObject({ remark: z.string().max(2000) })

export const approveDraft = route({
  ...step('/studio/drafts/{id}/approve', 'Approves what somebody else submitted'),
  may: 'program:approve',
  takes: { 'application/json': remark },
})

export const returnDraft = route({
  ...step('/studio/drafts/{id}/return', 'Gives a submitted draft back with a remark'),
  may: 'program:approve',
  takes: { 'application/json': remark },
})

export const publishedSchema = z.strictObject({
  edition: z.int(),
  revision: z.int(),
  effectiveFrom: monthText,
  isInForce: z.boolean(),
  site: z.string().nullable().meta({ description: 'The site that is served now, if this changed it' }),
  seconds: z.number().meta({ description: 'From the request to the live page' }),
})

export const publishDraft = route({
  method: 'post',
  path: '/studio/drafts/{id}/publish',
  may: 'program:write',
  summary: 'Publishes: words at once, rules from the first of the month that was announced',
  params,
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
  may: 'program:write',
  summary: 'Every edition and revision, oldest first',
  answers: { 200: { description: 'With what each changed', schema: z.strictObject({ items: z.array(editionRow) }) } },
})

const numberParams = z.strictObject({
  n: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

export const withdrawEdition = route({
  method: 'post',
  path: '/studio/editions/{n}/withdraw',
  may: 'program:write',
  summary: 'Withdraws an edition that is published but not yet in force',
  params: numberParams,
  answers: { 200: { description: 'Withdrawn', schema: publishedSchema } },
  problems: [404, 409],
})

export const rollBack = route({
  method: 'post',
  path: '/studio/editions/{n}/revisions/{revision}/restore',
  may: 'program:write',
  summary: 'Publishes the words of an earlier revision again',
  params: numberParams.extend({
    revision: z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .transform(Number),
  }),
  answers: { 201: { description: 'A revision of its own, live at once', schema: publishedSchema } },
  problems: [404, 409],
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
  may: 'program:write',
  summary: 'Everything that anyone did, newest first',
  query: pageQuery,
  answers: { 200: { description: 'A page', schema: pageOf(logEntrySchema) } },
})
