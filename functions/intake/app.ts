import type { Hono } from 'hono'
import { busy } from '#http/busy.ts'
import { type Count, uncounted } from '#http/count.ts'
import { createApp } from '#http/create-app.ts'
import type { AppEnv, Identify } from '#http/identity.ts'
import { Problem } from '#http/problem.ts'
import type { Books } from '#ledger/books.ts'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import { type Receiver, receive } from './receive.ts'
import { keptEvent, refusalPage } from './refusals.ts'
import { getRefusals, postEvents, replayRefusal } from './routes.ts'
import { sentEvents } from './sent-events.ts'

export interface IntakeDeps {
  readonly ledger: Ledger
  /** Where suppliers' charges go. */
  readonly books: Pick<Books, 'recordActuals'>
  readonly identify: Identify
  /** Epoch milliseconds. */
  readonly now: () => number
  /** At least 32 bytes, under which addresses are hashed; the same one everywhere and for ever. */
  readonly emailKey: Uint8Array
  readonly report: (error: unknown, requestId: string) => void
  /** Left out: nothing is counted. */
  readonly count?: Count
}

/** For shops: events in, and what became of those that were refused. */
export function intakeApp(deps: IntakeDeps): Hono<AppEnv> {
  const { ledger, books, identify, now, emailKey, report, count = uncounted } = deps
  const { app, serve } = createApp({ identify, report, isBusy: (error) => error instanceof Busy })
  const receiver = (sender: string, requestId: string): Receiver => ({
    ledger,
    books,
    emailKey,
    now: now(),
    sender,
    requestId,
    count,
  })

  serve(postEvents, async (context, { identity, body, requestId }) => {
    const sent = sentEvents(await body())
    const results = await receive(sent, receiver(identity.subject, requestId))
    if (results.some(({ outcome }) => outcome === 'retry')) throw busy({ results })
    return context.json({ results })
  })

  serve(getRefusals, async (context, { query }) => context.json(await refusalPage(ledger, query)))

  serve(replayRefusal, async (context, { identity, params, optionalBody, requestId }) => {
    const refusal = await ledger.refusal(params.id)
    if (!refusal) throw new Problem(404, 'not_found', 'There is no such refusal. Take an id from GET /refusals.')
    const mended = await optionalBody()
    const sent = mended ? sentEvents(mended) : [{ raw: keptEvent(refusal), faults: [] }]
    const [result] = await receive(sent, receiver(identity.subject, requestId))
    if (result?.outcome === 'retry') throw busy()
    return context.json(result)
  })

  return app
}
