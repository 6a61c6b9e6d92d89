import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { type Distribution, type DistributionProps, SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront'
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53'
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets'
import type { Construct } from 'constructs'
import type { OwnDomain } from './stage-settings.ts'

type OfDistribution = Pick<DistributionProps, 'domainNames' | 'certificate' | 'minimumProtocolVersion'>

/** What makes a distribution answer by a name of one's own, to browsers of the last ten years. */
export const answeringBy = (scope: Construct, { name, certificate }: OwnDomain): OfDistribution => ({
  domainNames: [name],
  certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificate),
  minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
})

/** The records that lead to a distribution, where the zone is kept in Route 53. */
export function leadTo(distribution: Distribution, { name, hostedZone }: OwnDomain): void {
  if (hostedZone === null) return
  const zone = HostedZone.fromHostedZoneId(distribution, 'Zone', hostedZone)
  const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution))
  // With its last dot a name is whole; without, the zone's own would have to be known.
  for (const Record of [ARecord, AaaaRecord])
    new Record(distribution, Record.name, { zone, recordName: `${name}.`, target })
}
