import { fileURLToPath } from 'node:url'
import { Fn, RemovalPolicy } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  type FunctionProps,
  FunctionRuntime,
  KeyValueStore,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { OFFER_HEADERS } from './offer-headers.ts'
import { PREVIEW_HEADERS, SECURITY_HEADERS, STUDIO_HEADERS } from './security-headers.ts'
import type { OwnDomain } from './stage-settings.ts'

export interface SiteProps {
  /** Answers below /api and /auth, on the same origin as the pages. */
  readonly api: HttpApi
  /** Sent along to the API, so that its functions know whom to trust. */
  readonly frontDoorKey: string
  readonly firewallArn: string | null
  readonly domain: OwnDomain | null
}

/** Published pages in a private bucket, and the distribution through which alone they and the API are reached. */
export class Site extends Construct {
  readonly bucket: Bucket
  /** Says which of the published sites is served, and its files: a new one goes live in a single step. */
  readonly pointer: KeyValueStore
  /** "https://d111111abcdef8.cloudfront.net" */
  readonly origin: string
  readonly distributionId: string

  constructor(
    scope: Construct,
    id: string,
    { api, frontDoorKey: _frontDoorKey, firewallArn: _firewallArn, domain: _domain }: SiteProps,
  ) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.pointer = new KeyValueStore(this, 'Pointer')
    const responseHeadersPolicy = new ResponseHeadersPolicy(this, 'SecurityHeaders', SECURITY_HEADERS)
    const toApi = apiBehavior(api, responseHeadersPolicy)
    const toPages = this.pagesBehavior(responseHeadersPolicy)
    const toOffer = {
      ...toPages,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'OfferHeaders', OFFER_HEADERS),
    }
    const toStudio = {
      ...toPages,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'StudioHeaders', STUDIO_HEADERS),
    }
    const toPreviews = apiBehavior(api, new ResponseHeadersPolicy(this, 'PreviewHeaders', PREVIEW_HEADERS))
    const distribution = new Distribution(this, 'Distribution', {
      defaultBehavior: toPages,
      // The edge finds another name first; should it ever not, the bucket's root is a page and not a list.
      defaultRootObject: 'index.html',
      // The first that fits is the one that counts.
      additionalBehaviors: {
        '/api/v1/studio/drafts/*/preview/*': toPreviews,
        '/api/*': toApi,
        '/auth/*': toApi,
        '/offer.js': toOffer,
        '/studio': toStudio,
      },
      priceClass: PriceClass.PRICE_CLASS_100,
    })
    this.distributionId = distribution.distributionId
    this.origin = `https://${distribution.distributionDomainName}`
  }

  private pagesBehavior(responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions {
    return {
      // The library's own class and interface differ in a detail of their types.
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket, {
        // Without LIST S3 answers 403 instead of 404 for a hashed file that is not there.
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
      // Custom error responses would serve all of the distribution, and put a page in the place of the API's problems.
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: this.edgeFunction('FindPage', 'find-page.js', { keyValueStore: this.pointer }),
        },
        {
          eventType: FunctionEventType.VIEWER_RESPONSE,
          function: this.edgeFunction('AnswerMissing', 'answer-missing.js'),
        },
      ],
    }
  }

  private edgeFunction(id: string, file: string, props?: Pick<FunctionProps, 'keyValueStore'>): EdgeFunction {
    return new EdgeFunction(this, id, {
      code: FunctionCode.fromFile({ filePath: fileURLToPath(new URL(file, import.meta.url)) }),
      runtime: FunctionRuntime.JS_2_0,
      ...props,
    })
  }
}

/** Everything goes through and nothing is kept: most answers are about one member. The host name is the API's own. */
function apiBehavior(api: HttpApi, responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions {
  return {
    origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy,
  }
}
