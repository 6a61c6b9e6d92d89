import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { createApp } from './create-app.ts'
import type { AppEnv } from './identity.ts'
import { route } from './route.ts'
import { schemasIn } from './schemas-in.ts'

const schema = schemasIn(() => import('./openapi-schema.ts'))

export const getOpenapi = route({
  method: 'get',
  path: '/openapi.json',
  may: 'public',
  summary: 'This document',
  answers: { 200: { description: 'OpenAPI 3.1', schema: schema('openapiSchema') } },
})

/**
 * Serves the document of all routes, as JSON text. It is handed in, because no audience knows the routes of the others;
 * it changes with the program's version only.
 */
export function openapiApp(
  document: () => string | Promise<string>,
  report: (error: unknown, requestId: string) => void,
): Hono<AppEnv> {
  const { app, serve } = createApp({ identify: async () => null, report, isBusy: () => false })
  serve(getOpenapi, async (context) => {
    const text = await document()
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
    context.header('Cache-Control', 'public, max-age=300, stale-while-revalidate=3600')
    context.header('ETag', tag)
    if (context.req.header('if-none-match') === tag) return context.body(null, 304)
    return context.body(text, 200, { 'Content-Type': 'application/json' })
  })
  return app
}
