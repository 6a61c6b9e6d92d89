import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** Seconds for which a copy is used without asking, and after that while a new one is fetched. */
const FRESH_S = 60
const STALE_S = 600

/**
 * A public body with a strong ETag; 304 for whoever has it. `expires` is the instant (epoch milliseconds) at which the body
 * will be another, null when none is known: no copy is used beyond it, so an edition takes effect everywhere at once.
 */
export function cachedJson(c: Context, body: object, expires: number | null, now: number): Response {
  const text = JSON.stringify(body)
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = { etag, 'cache-control': cacheControl(expires, now) }
  if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'content-type': 'application/json' })
}

function cacheControl(expires: number | null, now: number): string {
  const left = expires === null ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor((expires - now) / 1000))
  const fresh = Math.min(FRESH_S, left)
  return `public, max-age=${fresh}, stale-while-revalidate=${Math.min(STALE_S, left - fresh)}`
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2): a proxy that compresses marks the tag with W/. */
function isKnown(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}
