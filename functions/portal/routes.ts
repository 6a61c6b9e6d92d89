import { route } from '#http/route.ts'
import { schemasIn } from '#http/schemas-in.ts'

const schema = schemasIn(() => import('./schemas.ts'))
const exported = schemasIn(() => import('./export-schema.ts'))
const quoted = schemasIn(() => import('./quote-schema.ts'))
const paged = schemasIn(() => import('#http/page.ts'))
const ofPerks = schemasIn(() => import('#http/perk-schema.ts'))
const ofStandings = schemasIn(() => import('#http/standing-schema.ts'))

export const program = route({
  method: 'get',
  path: '/program',
  may: 'public',
  summary: 'The program in force, and what is announced',
  answers: { 200: { description: 'The edition in force.', schema: schema('programBody') } },
  problems: [404],
})

export const editions = route({
  method: 'get',
  path: '/program/editions',
  may: 'public',
  summary: 'Every edition there has been, and what each one changed',
  answers: { 200: { description: 'Oldest first.', schema: schema('editionsBody') } },
})

export const edition = route({
  method: 'get',
  path: '/program/editions/{n}',
  may: 'public',
  summary: 'One edition of the program',
  params: schema('editionParams'),
  answers: { 200: { description: 'The edition.', schema: schema('programBody') } },
  problems: [404],
})

export const myStanding = route({
  method: 'get',
  path: '/me/standing',
  may: 'member',
  summary: 'The tier held, since when and until when, and what is next',
  answers: { 200: { description: 'As of now.', schema: ofStandings('standingSchema') } },
})

export const myActivity = route({
  method: 'get',
  path: '/me/activity',
  may: 'member',
  summary: 'Every entry, newest first, and what each one counted for',
  query: paged('pageQuery'),
  answers: { 200: { description: 'A page of entries.', schema: schema('activityBody') } },
})

export const myProof = route({
  method: 'get',
  path: '/me/proofs',
  may: 'member',
  summary: 'The proof that an entry is in its month as that was closed: to be kept, and checked anywhere',
  query: schema('proofQuery'),
  answers: { 200: { description: 'The proof.', schema: schema('proofBody') } },
  problems: [404, 409],
})

export const myCard = route({
  method: 'get',
  path: '/me/card',
  may: 'member',
  summary: 'What stands on the card that is shown at the counter',
  answers: { 200: { description: 'The code is the same for ever.', schema: schema('cardBody') } },
})

export const myExport = route({
  method: 'get',
  path: '/me/export',
  may: 'member',
  summary: 'All that is held of the member',
  answers: {
    200: { description: 'A file to be kept. Nothing in it leads to anybody else.', schema: exported('exportBody') },
  },
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
  answers: { 200: { description: 'From now on.', schema: schema('trajectoryBody') } },
})

export const myPerks = route({
  method: 'get',
  path: '/me/perks',
  may: 'member',
  summary: 'Every perk: held or not and why, its terms, what is used and left, and when it is whole again',
  answers: { 200: { description: 'As of now.', schema: ofPerks('perksSchema') } },
  problems: [404],
})

export const postQuote = route({
  method: 'post',
  path: '/quote',
  may: 'public',
  summary: 'What a basket gets in every tier, what it misses and by how much, and whether it reaches the next tier',
  takes: { 'application/json': quoted('sentQuote') },
  answers: { 200: { description: 'Nothing is kept of the basket.', schema: ofPerks('quoteSchema') } },
  problems: [404, 422],
})
