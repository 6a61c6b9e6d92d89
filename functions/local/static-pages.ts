import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { PageFile, PageStore } from '#publisher/page-store.ts'

/** Serves the published pages, as the distribution does in AWS: hashed files for ever, pages only after asking again. */
export function staticPages(store: PageStore): Hono {
  const app = new Hono()
  app.get('*', async (c) => {
    const file = await store.read(c.req.path)
    if (file) return served(c, file, 200)
    const [, language] = c.req.path.split('/')
    const missing = (await store.read(`/${language}/404`)) ?? (await store.read('/404'))
    return missing ? served(c, missing, 404) : c.text('There is nothing here.', 404)
  })
  return app
}

function served(c: Context, { bytes, type, immutable }: PageFile, status: 200 | 404): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  const headers = { etag, 'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache' }
  const known = (c.req.header('if-none-match') ?? '').split(',').some((tag) => tag.trim() === etag)
  if (known && status === 200) return c.body(null, 304, headers)
  return c.body(Buffer.from(bytes), status, { ...headers, 'content-type': type })
}
