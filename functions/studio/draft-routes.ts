import * as z from 'zod'
import { textField } from '#http/fields.ts'
import { route } from '#http/route.ts'
import { documentSchema } from './document-schema.ts'
import { findingSchema } from './finding-schema.ts'

/** Those who write drafts, and those who decide on them. */
export const READERS = ['program:write', 'program:approve'] as const

export const instant = z.string().meta({ format: 'date-time' })
export const monthText = z.string().meta({ examples: ['2027-03'] })
export const draftParams = z.strictObject({ id: z.string().max(64) })

/** The part of a document that the studio edits: everything but what finance alone says. */
export const draftDocument = documentSchema.omit({ costs: true })

const title = textField(100).min(1)
const month = monthText.max(10).nullable()

export const newDraft = z.strictObject({
  title,
  from: z.int().positive().optional().meta({ description: 'The number of an edition. The latest, if absent.' }),
  document: draftDocument.optional().meta({ description: 'In place of that of the edition' }),
  effectiveFrom: month.optional(),
})

export const editedDraft = z.strictObject({
  title,
  effectiveFrom: month,
  document: draftDocument,
  explanations: z.record(z.string().max(300), textField(1000)),
  base: z.strictObject({ edition: z.int().positive(), revision: z.int().positive() }).optional().meta({
    description: 'What it goes out from now, once what was published meanwhile has been looked at',
  }),
})

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
  isMine: z.boolean().meta({ description: 'Whether the reader wrote in it, and so cannot approve it' }),
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
  may: READERS,
  summary: 'Every draft, last changed first',
  answers: { 200: { description: 'Without the documents', schema: z.strictObject({ items: z.array(draftSummary) }) } },
})

export const postDraft = route({
  method: 'post',
  path: '/studio/drafts',
  may: 'program:write',
  summary: 'Begins a draft from the latest edition, from another, or from a document',
  takes: {
    'application/json': newDraft,
  },
  answers: { 201: { description: 'Begun', schema: draftSchema } },
  problems: [404, 409, 422],
})

export const getDraft = route({
  method: 'get',
  path: '/studio/drafts/{id}',
  may: READERS,
  summary: 'A draft with its findings and what it changes',
  params: draftParams,
  answers: oneDraft,
  problems: [404],
})

export const putDraft = route({
  method: 'put',
  path: '/studio/drafts/{id}',
  may: 'program:write',
  summary: 'Keeps an edit; whatever had been submitted or approved is open again',
  params: draftParams,
  headers: ifMatch,
  takes: {
    'application/json': editedDraft,
  },
  answers: oneDraft,
  problems: [404, 409, 412, 422],
})

export const deleteDraft = route({
  method: 'delete',
  path: '/studio/drafts/{id}',
  may: 'program:write',
  summary: 'Throws a draft away; the log keeps that it was there',
  params: draftParams,
  headers: ifMatch,
  answers: { 200: { description: 'Gone', schema: z.strictObject({ id: z.string() }) } },
  problems: [404, 412],
})

const step = <Path extends string>(path: Path, summary: string) =>
  ({
    method: 'post',
    path,
    summary,
    params: draftParams,
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

export const draftRoutes = [
  getDrafts,
  postDraft,
  getDraft,
  putDraft,
  deleteDraft,
  submitDraft,
  approveDraft,
  returnDraft,
]
