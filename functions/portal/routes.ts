import * as z from 'zod'
import { pageOf, pageQuery } from '#http/page.ts'
import { perksSchema, quoteSchema } from '#http/perk-schema.ts'
import { route } from '#http/route.ts'
import { standingSchema } from '#http/standing-schema.ts'
import { exportBody } from './export-schema.ts'
import { sentQuote } from './quote-schema.ts'
import { activityItem, cardBody, editionSummary, programBody, proofBody, trajectoryBody } from './schemas.ts'

export const program = route({
  method: 'get',
  path: '/program',
  may: 'public',
  summary: 'The program in force, and what is announced',
  answers: { 200: { description: 'The edition in force.', schema: programBody } },
  problems: [404],
})

export const editions = route({
  method: 'get',
  path: '/program/editions',
  may: 'public',
  summary: 'Every edition there has been, and what each one changed',
  answers: { 200: { description: 'Oldest first.', schema: z.strictObject({ items: z.array(editionSummary) }) } },
})

export const edition = route({
  method: 'get',
  path: '/program/editions/{n}',
  may: 'public',
  summary: 'One edition of the program',
  params: z.strictObject({ n: z.string().transform((text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null)) }),
  answers: { 200: { description: 'The edition.', schema: programBody } },
  problems: [404],
})

export const myStanding = route({
  method: 'get',
  path: '/me/standing',
  may: 'member',
  summary: 'The tier held, since when and until when, and what is next',
  answers: { 200: { description: 'As of now.', schema: standingSchema } },
})

export const myActivity = route({
  method: 'get',
  path: '/me/activity',
  may: 'member',
  summary: 'Every entry, newest first, and what each one counted for',
  query: pageQuery,
  answers: { 200: { description: 'A page of entries.', schema: pageOf(activityItem) } },
})

export const myProof = route({
  method: 'get',
  path: '/me/proofs',
  may: 'member',
  summary: 'The proof that an entry is in its month as that was closed: to be kept, and checked anywhere',
  query: z.strictObject({
    source: z.string().max(128).meta({ description: 'As in the activity.' }),
    id: z.string().max(128),
  }),
  answers: { 200: { description: 'The proof.', schema: proofBody } },
  problems: [404, 409],
})

export const myCard = route({
  method: 'get',
  path: '/me/card',
  may: 'member',
  summary: 'What stands on the card that is shown at the counter',
  answers: { 200: { description: 'The code is the same for ever.', schema: cardBody } },
})

export const myExport = route({
  method: 'get',
  path: '/me/export',
  may: 'member',
  summary: 'All that is held of the member',
  answers: { 200: { description: 'A file to be kept. Nothing in it leads to anybody else.', schema: exportBody } },
})

export const eraseMe = route({
  method: 'delete',
  path: '/me',
  may: 'member',
  summary: 'Erases the member: everything personal goes for good, sums and proofs stay under a pseudonym',
  answers: { 204: { description: 'Erased, and signed out everywhere.' } },
})

export const myTrajectory = route({
  method: 'get',
  path: '/me/trajectory',
  may: 'member',
  summary: 'The next twelve months if nothing more is bought, and the least that would change them',
  answers: { 200: { description: 'From now on.', schema: trajectoryBody } },
})

export const myPerks = route({
  method: 'get',
  path: '/me/perks',
  may: 'member',
  summary: 'Every perk: held or not and why, its terms, what is used and left, and when it is whole again',
  answers: { 200: { description: 'As of now.', schema: perksSchema } },
  problems: [404],
})

export const postQuote = route({
  method: 'post',
  path: '/quote',
  may: 'public',
  summary: 'What a basket gets in every tier, what it misses and by how much, and whether it reaches the next tier',
  takes: { 'application/json': sentQuote },
  answers: { 200: { description: 'Nothing is kept of the basket.', schema: quoteSchema } },
  problems: [404, 422],
})
