import { fileURLToPath } from 'node:url'
import { Fn, RemovalPolicy } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
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
import { SECURITY_HEADERS } from './security-headers.ts'

export interface SiteProps {
  /** Answers below /api and /auth, on the same origin as the pages. */
  readonly api: HttpApi
}

/** Published pages in a private bucket, and the distribution through which alone they and the API are reached. */
export class Site extends Construct {
  readonly bucket: Bucket
  /** Says under `current` which of the published sites is served: a new one goes live in a single step. */
  readonly pointer: KeyValueStore
  /** "https://d111111abcdef8.cloudfront.net" */
  readonly origin: string

  constructor(scope: Construct, id: string, { api }: SiteProps) {
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
    const distribution = new Distribution(this, 'Distribution', {
      defaultBehavior: {
        // The library's own class and interface differ in a detail of their types.
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy,
        functionAssociations: [{ function: this.pageFinder(), eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: { '/api/*': toApi, '/auth/*': toApi },
      priceClass: PriceClass.PRICE_CLASS_100,
    })
    this.origin = `https://${distribution.distributionDomainName}`
  }

  private pageFinder(): EdgeFunction {
    return new EdgeFunction(this, 'FindPage', {
      code: FunctionCode.fromFile({ filePath: fileURLToPath(new URL('find-page.js', import.meta.url)) }),
      runtime: FunctionRuntime.JS_2_0,
      keyValueStore: this.pointer,
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
