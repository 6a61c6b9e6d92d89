import * as z from 'zod'
import { pageOf } from '#http/page.ts'
import { rowSchema } from '#http/standing-schema.ts'

/** What the portal takes and answers, described for the OpenAPI document. */

const count = z.int().min(0)
const money = z.string().meta({ examples: ['187.60'] })
const month = z.string().regex(/^\d{4}-\d{2}$/)
const day = z.iso.date()
const instant = z.iso.datetime()

const leaving = { spend: money, orders: count, units: count }

export const cardBody = z.strictObject({
  name: z.string().nullable(),
  tier: z.strictObject({ id: z.string(), name: z.string(), rank: count, until: day.nullable() }),
  code: z.string().meta({ description: 'As it is scanned, without hyphens.', examples: ['7K3M9QXT4D2A'] }),
})

const editionNote = z.strictObject({ edition: z.int().min(1), effectiveFrom: month, changes: z.array(z.string()) })

export const editionsBody = z.strictObject({ items: z.array(editionNote.extend({ publishedAt: instant })) })

export const editionParams = z.strictObject({
  n: z.string().transform((text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null)),
})

export const programBody = z.strictObject({
  edition: z.int().min(1),
  effectiveFrom: month,
  program: z.looseObject({ id: z.string(), name: z.string(), currency: z.string(), timeZone: z.string() }),
  announced: z.array(editionNote),
})

const nextStep = z.strictObject({
  tier: z.string(),
  name: z.string(),
  ways: z.array(rowSchema.extend({ from: day.nullable(), by: day })),
})

export const trajectoryBody = z.strictObject({
  member: z.string(),
  asOf: instant,
  currency: z.string(),
  months: z.array(
    z.strictObject({
      on: day,
      edition: z.int(),
      tier: z.string(),
      name: z.string(),
      rank: count,
      dropsOff: z.strictObject(leaving),
    }),
  ),
  keep: nextStep.nullable(),
  lift: nextStep.nullable(),
})

const activityItem = z.strictObject({
  source: z.string(),
  id: z.string(),
  type: z.enum(['purchase', 'refund', 'balance', 'plan', 'enrolment', 'redemption', 'reversal']),
  time: instant,
  recordedAt: instant,
  amount: money.nullable(),
  units: count.nullable(),
  note: z.string().nullable(),
  purchase: z.string().nullable(),
  plan: z.strictObject({ plan: z.string(), from: instant, until: instant }).nullable(),
  perk: z
    .strictObject({
      perk: z.string(),
      name: z.string(),
      worth: money.nullable(),
      redemption: z.string(),
      reversed: z.boolean(),
    })
    .nullable(),
  counted: z.strictObject({ month, spend: z.string(), orders: z.int(), units: z.int() }).nullable(),
  reason: z
    .enum(['purchase_not_arrived', 'not_a_purchase', 'more_than_was_left', 'nothing_paid', 'superseded', 'not_a_sum'])
    .nullable(),
  proof: z.boolean().meta({ description: 'Its month is closed: /me/proofs has a proof of it.' }),
})

export const activityBody = pageOf(activityItem)

export const proofQuery = z.strictObject({
  source: z.string().max(128).meta({ description: 'As in the activity.' }),
  id: z.string().max(128),
})

const hex = z.string().regex(/^[0-9a-f]{64}$/)

export const proofBody = z.strictObject({
  pseudonym: z.string().meta({ description: 'How the member is called in the leaf; that it is theirs is said by us.' }),
  leaf: z.string().meta({ description: 'The text that was hashed: the entry, its personal values as a commitment.' }),
  open: z
    .strictObject({
      personal: z.strictObject({ salt: hex, values: z.record(z.string(), z.union([z.string(), z.number()])) }),
    })
    .optional()
    .meta({ description: 'What the commitment stands for.' }),
  index: count.meta({ description: 'Of the leaf, from 0.' }),
  size: count,
  path: z.array(hex).meta({ description: 'The hashes that lead to the root (RFC 9162, 2.1.3), from the leaf up.' }),
  checkpoint: z.string().meta({ description: 'The signed checkpoint, a compact JWS.' }),
  keys: z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) }),
})
