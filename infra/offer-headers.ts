import { Duration } from 'aws-cdk-lib'
import type { ResponseHeadersPolicyProps } from 'aws-cdk-lib/aws-cloudfront'

/**
 * What makes `/offer.js` usable in pages of other sites, which may keep it for an hour: it is no part of an edition.
 * `functions/local/offer-script.ts` says the same on one machine.
 */
export const OFFER_HEADERS: ResponseHeadersPolicyProps = {
  securityHeadersBehavior: {
    contentTypeOptions: { override: true },
    strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
  },
  corsBehavior: {
    accessControlAllowOrigins: ['*'],
    accessControlAllowMethods: ['GET', 'HEAD'],
    accessControlAllowHeaders: ['*'],
    accessControlAllowCredentials: false,
    originOverride: true,
  },
  customHeadersBehavior: {
    customHeaders: [
      { header: 'cross-origin-resource-policy', value: 'cross-origin', override: true },
      { header: 'cache-control', value: 'public, max-age=3600', override: true },
    ],
  },
}
