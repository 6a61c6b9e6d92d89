import type { Hono } from 'hono'
import { createApp } from '#http/create-app.ts'
import type { AppEnv, Identify } from '#http/identity.ts'
import { badCursor } from '#http/page.ts'
import { Problem } from '#http/problem.ts'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import { BadCursor } from '#ledger/refusals.ts'
import { refundBody } from './refund-body.ts'
import { getRefunds } from './routes.ts'

export interface FinanceDeps {
  readonly ledger: Pick<Ledger, 'program' | 'openRefunds'>
  readonly identify: Identify
  readonly report: (error: unknown, requestId: string) => void
}

/** For finance: what does not add up by itself, with its figures. */
export function financeApp({ ledger, identify, report }: FinanceDeps): Hono<AppEnv> {
  const { app, serve } = createApp({ identify, report, isBusy: (error) => error instanceof Busy })

  serve(getRefunds, async (context, { query }) => {
    const currency = await currencyOf(ledger)
    try {
      const { items, nextCursor } = await ledger.openRefunds(query)
      return context.json({ items: items.map((refund) => refundBody(refund, currency)), nextCursor })
    } catch (error) {
      throw error instanceof BadCursor ? badCursor(error.message) : error
    }
  })

  return app
}

async function currencyOf(ledger: Pick<Ledger, 'program'>): Promise<string> {
  const [edition] = (await ledger.program()).rules
  if (edition) return edition.currency
  throw new Problem(409, 'no_program', 'There is no program yet, so no amounts. Publish an edition first.')
}
