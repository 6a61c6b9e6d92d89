import { Duration } from 'aws-cdk-lib'
import { HeadersFrameOption, HeadersReferrerPolicy, type ResponseHeadersPolicyProps } from 'aws-cdk-lib/aws-cloudfront'

/** Scripts and styles come from the site's own files alone, so markup that found its way into a text can do nothing. */
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

/** Of the portal's own name alone: what lies below it is the shop's, which may still have pages without TLS. */
export const STRICT_TRANSPORT = { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true }

const headers = (contentSecurityPolicy: string, frameOption: HeadersFrameOption): ResponseHeadersPolicyProps => ({
  securityHeadersBehavior: {
    contentSecurityPolicy: { contentSecurityPolicy, override: true },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption, override: true },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
    strictTransportSecurity: STRICT_TRANSPORT,
  },
  customHeadersBehavior: {
    customHeaders: [
      { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
      { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
      { header: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
    ],
  },
})

/** What every response says to browsers; `functions/local/security-headers.ts` says the same on one machine. */
export const SECURITY_HEADERS = headers(policy("frame-ancestors 'none'"), HeadersFrameOption.DENY)

/** The studio's page may show previews in a frame; no other page has frames. */
export const STUDIO_HEADERS = headers(policy("frame-src 'self'", "frame-ancestors 'none'"), HeadersFrameOption.DENY)

/** A preview may be shown in a frame of the studio; nothing else may be framed at all. */
export const PREVIEW_HEADERS = headers(policy("frame-ancestors 'self'"), HeadersFrameOption.SAMEORIGIN)
