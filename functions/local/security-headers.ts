const policy = (...framing: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...framing,
  ].join('; ')

/**
 * What every response says to browsers. Scripts and styles come from this site's own files alone, so markup that found its
 * way into a text can do nothing. In AWS the distribution adds the same.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': policy("frame-ancestors 'none'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** The studio's page may show previews in a frame; no other page has frames. */
export const STUDIO_POLICY = policy("frame-src 'self'", "frame-ancestors 'none'")

/** A preview may be shown in a frame of the studio; nothing else may be framed at all. */
export const PREVIEW_POLICY = policy("frame-ancestors 'self'")
