const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that carries a session cookie may be acted on (api.md, "Who may"): it changes nothing, or it says that
 * our own pages sent it. Asks for two proofs: where it comes from, which browsers set themselves, and a header that a
 * form cannot set and that makes other sites' scripts ask first. The content type plays no part. `origin` is ours, as
 * configured ("https://shop.example").
 */
export function comesFromOurPages(request: Request, origin: string): boolean {
  if (SAFE.has(request.method)) return true
  return request.headers.get('x-requested-with') === 'cleartier' && isSameOrigin(request.headers, origin)
}

/** One of the two headers has to say so, and neither may say otherwise. */
function isSameOrigin(headers: Headers, origin: string): boolean {
  const from = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (from === null && site === null) return false
  return (from === null || from === origin) && (site === null || site === 'same-origin')
}
