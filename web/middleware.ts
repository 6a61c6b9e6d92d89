import { defineMiddleware } from 'astro:middleware'

/** Whoever publishes has to hear why a page failed: Astro itself would answer an empty 500. */
export const onRequest = defineMiddleware(async (_context, next) => {
  try {
    const page = await next()
    const body = await page.arrayBuffer()
    return new Response(body, page)
  } catch (error) {
    return new Response(error instanceof Error ? error.message : String(error), { status: 422 })
  }
})
