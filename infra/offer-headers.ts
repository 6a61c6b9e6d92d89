import { Duration } from 'aws-cdk-lib'
import type { ResponseHeadersPolicyProps } from 'aws-cdk-lib/aws-cloudfront'

/**
 * What makes `/offer.js` usable in pages of other sites; `functions/local/offer-script.ts` says the same on one machine.
 * Like the pages it is asked for anew each time, so that a correction reaches every shop at once.
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
    customHeaders: [{ header: 'cross-origin-resource-policy', value: 'cross-origin', override: true }],
  },
}
