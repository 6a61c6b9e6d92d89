import type { ResponseHeadersPolicyProps } from 'aws-cdk-lib/aws-cloudfront'
import { STRICT_TRANSPORT } from './security-headers.ts'

/**
 * What makes `/offer.js` usable in pages of other sites; `functions/local/offer-script.ts` says the same on one machine.
 * Like the pages it is asked for anew each time, so that a correction reaches every shop at once.
 */
export const OFFER_HEADERS: ResponseHeadersPolicyProps = {
  securityHeadersBehavior: {
    contentTypeOptions: { override: true },
    strictTransportSecurity: STRICT_TRANSPORT,
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
