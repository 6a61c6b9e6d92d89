import type { MiddlewareHandler } from 'hono'

/** Where the built element is among the pages. */
export const OFFER_PATH = '/offer.js'

/** What makes the element's script usable in pages of other sites. In AWS the distribution adds the same (`infra/site.ts`). */
export const OFFER_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** Lends the answer to every site. */
export const lentToShops: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(OFFER_HEADERS)) c.header(name, value)
}
