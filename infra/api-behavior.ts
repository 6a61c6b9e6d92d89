import { Fn } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'

/** Looked for in `functions/http/front-door.ts`. What a visitor sends by this name does not get through. */
const FRONT_DOOR_HEADER = 'x-cleartier-front-door'

/**
 * How the API is answered: everything goes through and nothing is kept, for most answers are about one member. The host name
 * is the API's own, and the key shows its functions that the request came this way.
 */
export const apiBehavior = (api: HttpApi, frontDoorKey: string): BehaviorOptions => ({
  origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
    customHeaders: { [FRONT_DOOR_HEADER]: frontDoorKey },
  }),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
})
