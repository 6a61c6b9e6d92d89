import type { Hono } from 'hono'
import type { Count } from '#http/count.ts'
import { createApp } from '#http/create-app.ts'
import type { AppEnv, Identify } from '#http/identity.ts'
import type { Books } from '#ledger/books.ts'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import type { Press } from '#ledger/press.ts'
import { check } from './check.ts'
import type { PictureStore } from './picture-store.ts'
import type { PublicPages } from './public-pages.ts'
import { checkDocument } from './routes.ts'
import { serveDecisions } from './serve-decisions.ts'
import { serveDrafts } from './serve-drafts.ts'
import { serveImpact } from './serve-impact.ts'
import { serveLog } from './serve-log.ts'
import { servePictures } from './serve-pictures.ts'
import { servePreview } from './serve-preview.ts'
import { servePublishing } from './serve-publishing.ts'
import { serveRights } from './serve-rights.ts'

export interface StudioDeps {
  readonly ledger: Pick<Ledger, 'program' | 'reread' | 'costs'>
  readonly press: Press
  readonly books: Pick<Books, 'costSheet' | 'saveCostSheet'>
  readonly pages: PublicPages
  readonly pictures: PictureStore
  readonly identify: Identify
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly report: (error: unknown, requestId: string) => void
  /** Left out: nothing is counted. */
  readonly count?: Count
  /** How long one call works out what a draft would do, milliseconds. Left out: four seconds. */
  readonly impactBudgetMs?: number
}

/** For marketing: what the program could say, checked, approved and published. */
export function studioApp(deps: StudioDeps): Hono<AppEnv> {
  const { ledger, identify, report } = deps
  const api = createApp({ identify, report, isBusy: (error) => error instanceof Busy })

  api.serve(checkDocument, async (context, { body }) => {
    const { value, faults } = await body()
    const { published } = await ledger.program()
    return context.json({ findings: check(value, faults, published.at(-1)?.document ?? null) })
  })

  serveDrafts(api, deps)
  servePreview(api, deps)
  servePictures(api, deps)
  serveDecisions(api, deps)
  servePublishing(api, deps)
  serveLog(api, deps)
  serveImpact(api, deps)
  serveRights(api)
  return api.app
}
