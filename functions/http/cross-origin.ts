import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

/** How long a browser remembers what it may send, in seconds. */
const REMEMBERED_S = 3600

/**
 * Lets pages of other sites post JSON and read the answer: those of `origins` ("https://shop.example") and no others. They
 * are not told to send cookies, and one that they send is not heeded (`csrf.ts`), so they learn what anyone would.
 */
export const crossOrigin = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: (origin) => (origins.includes(origin) ? origin : null),
    allowMethods: ['POST'],
    allowHeaders: ['Content-Type'],
    maxAge: REMEMBERED_S,
  })
