import type { Hono } from 'hono'
import { type Count, uncounted } from '#http/count.ts'
import { createApp } from '#http/create-app.ts'
import { crossOrigin } from '#http/cross-origin.ts'
import type { AppEnv, Identify } from '#http/identity.ts'
import { parsedBody } from '#http/parsed-body.ts'
import { Problem } from '#http/problem.ts'
import { Busy, type Ledger, type Program } from '#ledger/ledger.ts'
import { editionInForce } from '#ledger/publications.ts'
import { sumsOf } from '#ledger/standing-of.ts'
import type { CardBody } from '#program/card-code.ts'
import type { PublishedEdition } from '#program/document.ts'
import { perksBody } from '#program/perks/perks-json.ts'
import { standing } from '#program/standing.ts'
import { standingBody } from '#program/standing-json.ts'
import { NOTHING } from '#program/sums.ts'
import { trajectory } from '#program/trajectory.ts'
import { trajectoryBody } from '#program/trajectory-json.ts'
import { cachedJson } from './cached-json.ts'
import { type ClosedMonths, closingAt } from './closed-months.ts'
import { memberNow } from './member-now.ts'
import * as routes from './routes.ts'
import { serveMyData } from './serve-my-data.ts'
import { serveProofs } from './serve-proofs.ts'

export interface PortalDeps {
  readonly ledger: Ledger
  readonly identify: Identify
  /** The key of the pseudonyms, at least 32 bytes. */
  readonly pseudonymKey: Uint8Array
  /** Left out: no month is closed. */
  readonly closedMonths?: ClosedMonths
  /** Other sites whose pages may ask for a quote: "https://shop.example". Left out: none. */
  readonly offerOrigins?: readonly string[]
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly report: (error: unknown, requestId: string) => void
  /** Left out: nothing is counted. */
  readonly count?: Count
}

/** For customers and the public: the program as published, and a member's own standing (api.md). */
export function portalApp(deps: PortalDeps): Hono<AppEnv> {
  const { ledger, identify, closedMonths, offerOrigins = [], now, report, count = uncounted } = deps
  const api = createApp({ identify, report, isBusy: (error) => error instanceof Busy })
  const { app, serve } = api
  serveProofs(api, deps)
  serveMyData(api, deps)

  serve(routes.program, async (c) => {
    const { nextBeginning, programBody } = await import('./public-program.ts')
    const [program, at] = [await ledger.program(), now()]
    return cachedJson(c, programBody(program, inForce(program, at), at), nextBeginning(program, at), at)
  })

  serve(routes.editions, async (c) => {
    const { editionSummaries } = await import('./public-program.ts')
    const program = await ledger.program()
    return cachedJson(c, { items: editionSummaries(program) }, null, now())
  })

  serve(routes.edition, async (c, { params }) => {
    const { nextBeginning, programBody } = await import('./public-program.ts')
    const [program, at] = [await ledger.program(), now()]
    const edition = program.published.find(({ edition: number }) => number === params.n)
    if (!edition)
      throw new Problem(404, 'not_found', 'There is no such edition. /program/editions lists those there are.')
    return cachedJson(c, programBody(program, edition, at), nextBeginning(program, at), at)
  })

  serve(routes.myStanding, async (c, { identity }) => {
    const [record, at] = [await memberNow(ledger, identity), now()]
    const [sums = NOTHING, { rules }] = [await sumsOf(ledger, record, { now: at }), await ledger.program()]
    count('standingShown')
    return c.json(standingBody(identity.member, sums, standing(sums, rules, at)))
  })

  serve(routes.myActivity, async (c, { identity, query }) => {
    const { id } = await memberNow(ledger, identity)
    const [program, at] = [await ledger.program(), now()]
    const { currency, timeZone } = inForce(program, at).document
    const [entries, uses, closing] = await Promise.all([
      ledger.history(id),
      ledger.redemptions(id),
      closingAt(closedMonths, timeZone),
    ])
    const isClosed = (recordedAt: number) => closing(recordedAt) !== undefined
    // What is dated ahead counts for nothing yet, so the standing and its entries agree at every instant.
    const happened = { entries: entries.filter(({ time }) => time <= at), uses, published: program.published }
    const { activityPage } = await import('./activity-page.ts')
    return c.json(activityPage({ ...happened, currency, timeZone, isClosed }, query))
  })

  serve(routes.myCard, async (c, { identity }) => {
    const [record, at] = [await memberNow(ledger, identity), now()]
    const [sums = NOTHING, { rules }] = [await sumsOf(ledger, record, { now: at }), await ledger.program()]
    const { id, name, rank, until } = standingBody(identity.member, sums, standing(sums, rules, at)).tier
    const code = record.card ?? (await ledger.giveCard(identity.member))
    return c.json({ name: record.name, tier: { id, name, rank, until }, code } satisfies CardBody)
  })

  serve(routes.myTrajectory, async (c, { identity }) => {
    const [record, at] = [await memberNow(ledger, identity), now()]
    const [sums = NOTHING, { rules }] = [await sumsOf(ledger, record, { now: at }), await ledger.program()]
    return c.json(trajectoryBody(identity.member, trajectory(sums, rules, at)))
  })

  serve(routes.myPerks, async (c, { identity }) => {
    const [record, at] = [await memberNow(ledger, identity), now()]
    const [sums = NOTHING, program] = [await sumsOf(ledger, record, { now: at }), await ledger.program()]
    const { document } = inForce(program, at)
    return c.json(perksBody(identity.member, standing(sums, program.rules, at), document, record.uses, null))
  })

  app.use(routes.postQuote.path, crossOrigin(offerOrigins))
  serve(routes.postQuote, async (c, { body }) => {
    const [{ sentQuote }, { quoted, whoAsks }] = await Promise.all([import('./quote-schema.ts'), import('./quote.ts')])
    const [sent, program, at] = [parsedBody(sentQuote, await body()), await ledger.program(), now()]
    const [{ document }, identity] = [inForce(program, at), await whoAsks(identify, c.req.raw)]
    return c.json(await quoted(sent, { ledger, program, document, at, identity }))
  })

  return app
}

function inForce(program: Program, at: number): PublishedEdition {
  const edition = editionInForce(program.published, at)
  if (!edition) throw new Problem(404, 'no_program', 'No edition of the program has been published yet.')
  return edition
}
