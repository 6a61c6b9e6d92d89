import type { Hono } from 'hono'
import { createApp } from '#http/create-app.ts'
import type { AppEnv, Identify } from '#http/identity.ts'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import { check } from './check.ts'
import { checkDocument } from './routes.ts'

export interface StudioDeps {
  readonly ledger: Pick<Ledger, 'program'>
  readonly identify: Identify
  readonly report: (error: unknown, requestId: string) => void
}

/** For marketing: what the program could say, checked before anybody sees it. */
export function studioApp({ ledger, identify, report }: StudioDeps): Hono<AppEnv> {
  const { app, serve } = createApp({ identify, report, isBusy: (error) => error instanceof Busy })

  serve(checkDocument, async (context, { body }) => {
    const { value, faults } = await body()
    const { published } = await ledger.program()
    return context.json({ findings: check(value, faults, published.at(-1)?.document ?? null) })
  })

  return app
}
