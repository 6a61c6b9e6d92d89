import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  type BehaviorOptions,
  Distribution,
  HttpVersion,
  KeyValueStore,
  ResponseHeadersPolicy,
  type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { apiBehavior } from './api-behavior.ts'
import { OFFER_HEADERS } from './offer-headers.ts'
import { answeringBy, leadTo } from './own-address.ts'
import { pagesBehavior } from './pages-behavior.ts'
import { priceClassFor } from './price-class.ts'
import { PREVIEW_HEADERS, SECURITY_HEADERS, STUDIO_HEADERS } from './security-headers.ts'
import type { OwnDomain } from './stage-settings.ts'

export interface SiteProps {
  /** Answers below /api and /auth, on the same origin as the pages. */
  readonly api: HttpApi
  /** Sent along to the API, so that its functions know whom to trust. */
  readonly frontDoorKey: string
  /** Stands before the distribution; null: nothing does. */
  readonly firewallArn: string | null
  /** The name by which the portal is reached; null: CloudFront's own. */
  readonly domain: OwnDomain | null
  /** Where the portal is, and most of its customers are taken to be. */
  readonly region: string
}

/** Published pages in a private bucket, and the distribution through which alone they and the API are reached. */
export class Site extends Construct {
  readonly bucket: Bucket
  /** Says which of the published sites is served, and its files: a new one goes live in a single step. */
  readonly pointer: KeyValueStore
  /** "https://loyalty.shop.example", or "https://d111111abcdef8.cloudfront.net" without a domain of one's own. */
  readonly origin: string
  readonly distributionId: string

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.pointer = new KeyValueStore(this, 'Pointer')
    const { firewallArn, domain, region } = props
    const distribution = new Distribution(this, 'Distribution', {
      ...this.behaviors(props),
      // The edge finds another name first; should it ever not, the bucket's root is a page and not a list.
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      priceClass: priceClassFor(region),
      ...(firewallArn !== null && { webAclId: firewallArn }),
      ...(domain && answeringBy(this, domain)),
    })
    if (domain) leadTo(distribution, domain)
    this.acceptFindings(props)
    this.distributionId = distribution.distributionId
    this.origin = `https://${domain ? domain.name : distribution.distributionDomainName}`
  }

  private behaviors({ api, frontDoorKey }: SiteProps) {
    const toApi = apiBehavior(api, frontDoorKey)
    const toPages = pagesBehavior(this, this.bucket, this.pointer)
    const secured = this.headers('SecurityHeaders', SECURITY_HEADERS)
    const additionalBehaviors: Record<string, BehaviorOptions> = {
      // The first that fits is the one that counts.
      '/api/v1/studio/drafts/*/preview/*': { ...toApi, ...this.headers('PreviewHeaders', PREVIEW_HEADERS) },
      '/api/*': { ...toApi, ...secured },
      '/auth/*': { ...toApi, ...secured },
      '/offer.js': { ...toPages, ...this.headers('OfferHeaders', OFFER_HEADERS) },
      '/studio': { ...toPages, ...this.headers('StudioHeaders', STUDIO_HEADERS) },
    }
    return { defaultBehavior: { ...toPages, ...secured }, additionalBehaviors }
  }

  private headers(id: string, props: ResponseHeadersPolicyProps) {
    return { responseHeadersPolicy: new ResponseHeadersPolicy(this, id, props) }
  }

  private acceptFindings({ firewallArn, domain }: SiteProps): void {
    const accept = (id: string, reason: string) => Validations.of(this).acknowledge({ id, reason })
    if (firewallArn === null) accept('AwsSolutions-CFR2', 'The stage says so; the HTTP API still limits the rate.')
    if (domain === null) accept('AwsSolutions-CFR4', "Without a domain AWS's own certificate fixes the protocols.")
  }
}
