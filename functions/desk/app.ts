import type { Hono } from 'hono'
import type { Count } from '#http/count.ts'
import { createApp } from '#http/create-app.ts'
import type { AppEnv, Identify } from '#http/identity.ts'
import { parsedBody } from '#http/parsed-body.ts'
import { type Fault, faultyFields, Problem } from '#http/problem.ts'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import { standingOf } from '#ledger/standing-of.ts'
import { perksAt } from './perks-at.ts'
import { redeem, reverse } from './redeem.ts'
import { redemptionRequest } from './redemption-request.ts'
import { getPerks, postRedemption, postReversal, sentRedemption } from './redemption-routes.ts'
import { getStanding } from './routes.ts'
import { serveCounter } from './serve-counter.ts'

export interface DeskDeps {
  readonly ledger: Ledger
  readonly identify: Identify
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly report: (error: unknown, requestId: string) => void
  /** Left out: nothing is counted. */
  readonly count?: Count
}

/** Events begin here, so nobody had a standing before. */
const EARLIEST = Date.UTC(1990, 0, 1)
/** A standing is worked out month by month, so the question may not lie as far away as anybody likes. */
const AHEAD_MS = 10 * 366 * 86_400_000

/** For tills and back offices: what a member's standing is, was, and was known to be. */
export function deskApp({ ledger, identify, now, report, count }: DeskDeps): Hono<AppEnv> {
  const { app, serve } = createApp({ identify, report, isBusy: (error) => error instanceof Busy })

  serve(getStanding, async (context, { params, query }) => {
    checkAsked(query.asOf, now())
    await checkedProgram(ledger)
    const record = await ledger.member(params.id)
    const standing = record && (await standingOf(ledger, record, { now: now(), ...query }))
    if (!standing) throw new Problem(404, 'not_found', 'Nothing is known of this member at that time. Check the id.')
    return context.json(standing)
  })

  serve(getPerks, async (context, { params, query: { amount, categories, asOf } }) => {
    checkAsked(asOf, now())
    await checkedProgram(ledger)
    const question = { amount, categories, asOf: asOf ?? now(), now: now() }
    return context.json(await perksAt(ledger, params.id, question))
  })

  serve(postRedemption, async (context, { identity, params, headers, optionalBody }) => {
    const currency = await checkedProgram(ledger)
    const body = await optionalBody()
    const asking = { key: headers['idempotency-key'], sender: identity.subject, member: params.id, perk: params.perk }
    const request = redemptionRequest(asking, body ? parsedBody(sentRedemption, body) : {}, currency)
    const { status, body: granted } = await redeem(ledger, request, currency, count)
    return context.json(granted, status)
  })

  serve(postReversal, async (context, { identity, params }) => {
    const { status, body } = await reverse(ledger, params.redemption, identity.subject, count)
    return context.json(body, status)
  })

  serveCounter(serve, ledger, now)
  return app
}

function checkAsked(asOf: number | undefined, now: number): void {
  if (asOf === undefined || (asOf >= EARLIEST && asOf <= now + AHEAD_MS)) return
  const detail = 'asOf must lie between 1990-01-01 and ten years from now. Correct the year.'
  const fault: Fault = { pointer: '/query/asOf', code: 'out_of_range', detail }
  throw faultyFields(422, [fault])
}

/** The program's currency, which never changes. Editions are cached, so this costs no read of its own. */
async function checkedProgram(ledger: Pick<Ledger, 'program'>): Promise<string> {
  const [first] = (await ledger.program()).rules
  if (first) return first.currency
  throw new Problem(409, 'no_program', 'There is no program yet, so there are no tiers. Publish an edition first.')
}
