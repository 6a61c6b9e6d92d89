import type { Hono, MiddlewareHandler } from 'hono'
import { PREVIEW_POLICY, STUDIO_POLICY } from './security-headers.ts'

/** The one page with a frame, and what is shown in it. In AWS the distribution knows the same paths (`infra/site.ts`). */
export const STUDIO_PATH = '/studio'
export const PREVIEW_PATH = '/api/v1/studio/drafts/*/preview/*'

/** Lets the studio show previews in a frame, and nothing else. */
export function framePreviews(app: Hono): void {
  app.use(STUDIO_PATH, withPolicy(STUDIO_POLICY))
  app.use(PREVIEW_PATH, withPolicy(PREVIEW_POLICY))
}

const withPolicy =
  (policy: string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    c.header('content-security-policy', policy)
  }
