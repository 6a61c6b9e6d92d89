import type { Hono } from 'hono'
import type { Count } from '#http/count.ts'
import { createApp } from '#http/create-app.ts'
import type { AppEnv, Identify } from '#http/identity.ts'
import { badCursor } from '#http/page.ts'
import type { Books } from '#ledger/books.ts'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import type { Press } from '#ledger/press.ts'
import { BadCursor } from '#ledger/refusals.ts'
import type { Sealing } from '#ledger/seal/close-month.ts'
import { checkedProgram } from './checked-program.ts'
import type { AnswerLimit } from './export/bounded.ts'
import { refundBody } from './refund-body.ts'
import { getRefunds } from './routes.ts'
import { serveCosts } from './serve-costs.ts'
import { serveEntries } from './serve-entries.ts'
import { serveExports } from './serve-exports.ts'
import { serveInvoices } from './serve-invoices.ts'
import { serveOutlook } from './serve-outlook.ts'
import { servePeriods } from './serve-periods.ts'
import { serveUnitCosts } from './serve-unit-costs.ts'

export interface FinanceDeps {
  readonly ledger: Ledger
  readonly books: Books
  /** What is published, so that costs follow it. */
  readonly press: Pick<Press, 'head' | 'publications' | 'publish'>
  readonly identify: Identify
  /** Epoch milliseconds. */
  readonly now: () => number
  /** How members appear to finance (`ledger/pseudonym.ts`). */
  readonly pseudonym: (member: string) => string
  /** What seals a closed month, and where it is kept. */
  readonly sealing: Sealing
  readonly report: (error: unknown, requestId: string) => void
  /** Left out: nothing is counted. */
  readonly count?: Count
  /** Waits before a reconciliation looks again, as `reconcile` has it. Left out, it waits for real. */
  readonly pause?: (times: number) => Promise<void>
  /** How much one answer holds where it cannot be streamed, as in AWS. Left out, exports may have any size. */
  readonly answerLimit?: AnswerLimit
}

/** For finance: what every perk costs, and what does not add up by itself. */
export function financeApp(deps: FinanceDeps): Hono<AppEnv> {
  const { ledger, identify, pseudonym, report } = deps
  const api = createApp({ identify, report, isBusy: (error) => error instanceof Busy })

  api.serve(getRefunds, async (context, { query }) => {
    const { currency } = await checkedProgram(ledger)
    try {
      const { items, nextCursor } = await ledger.openRefunds(query)
      return context.json({ items: items.map((refund) => refundBody(refund, { currency, pseudonym })), nextCursor })
    } catch (error) {
      throw error instanceof BadCursor ? badCursor(error.message) : error
    }
  })

  serveExports(api, deps)

  serveCosts(api, deps)
  serveEntries(api, deps)
  serveOutlook(api, deps)
  servePeriods(api, deps)
  serveInvoices(api, deps)
  serveUnitCosts(api, deps)
  return api.app
}
