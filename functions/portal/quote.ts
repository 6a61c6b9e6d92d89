import type { AppEnv, Identify } from '#http/identity.ts'
import { faultyFields, Problem } from '#http/problem.ts'
import type { Ledger, Program } from '#ledger/ledger.ts'
import { sumsOf } from '#ledger/standing-of.ts'
import type { ProgramDocument } from '#program/document.ts'
import { basketOf } from '#program/perks/basket-of.ts'
import type { QuoteBody } from '#program/perks/perk-body.ts'
import { type Quoted, quote, VISITOR } from '#program/perks/quote.ts'
import { NOTHING } from '#program/sums.ts'
import { recordNow } from './member-now.ts'
import type { SentQuote } from './quote-schema.ts'

export interface Quoting {
  readonly ledger: Ledger
  readonly program: Program
  /** Of the edition in force at `at`. */
  readonly document: ProgramDocument
  /** Epoch milliseconds. */
  readonly at: number
  /** Who asks; null for a visitor. */
  readonly identity: AppEnv['Variables']['identity']
}

/**
 * What a basket gets in every tier (api.md, `POST /quote`): for the tier that is named, else for the member who asks, else
 * for a visitor. Throws a 422 problem for a basket that cannot be, or a tier there is not.
 */
export async function quoted({ basket: sent, tier }: SentQuote, asked: Quoting): Promise<QuoteBody> {
  const { document, program, at } = asked
  const read = basketOf(sent, document.currency)
  if ('fault' in read) {
    const { field, code, detail } = read.fault
    throw faultyFields(422, [{ pointer: `/basket/${field}`, code, detail }])
  }
  const whom = tier === undefined ? await member(asked) : { ...VISITOR, rank: rankOf(tier, document) }
  return quote(document, program.rules, read.basket, whom, at)
}

function rankOf(tier: string, { tiers }: ProgramDocument): number {
  const rank = tiers.findIndex(({ id }) => id === tier)
  if (rank >= 0) return rank
  const detail = `There is no tier of this id. There are ${tiers.map(({ id }) => id).join(', ')}.`
  throw faultyFields(422, [{ pointer: '/tier', code: 'unknown_tier', detail }])
}

/** Somebody whose session has ended is a visitor like any other: a basket is not the place to be asked to sign in. */
async function member({ ledger, identity, at }: Quoting): Promise<Quoted> {
  if (identity?.kind !== 'member') return VISITOR
  const record = await recordNow(ledger, identity)
  if (!record) return VISITOR
  return { sums: (await sumsOf(ledger, record, { now: at })) ?? NOTHING, uses: record.uses, rank: null }
}

/**
 * Who asks, on a route that is open to everyone: a proof that is not good, or that another site's page sent along, proves
 * nobody and closes nothing.
 */
export async function whoAsks(identify: Identify, request: Request): Promise<Quoting['identity']> {
  try {
    return await identify(request)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
