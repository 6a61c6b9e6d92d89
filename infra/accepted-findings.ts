import { type Stack, Validations } from 'aws-cdk-lib'

/** What cdk-nag and the CDK find and we leave as it is, each with the reason. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'AwsSolutions-APIG4':
    'Much is public, and the functions check who asks: sessions, tokens and scopes are tested route by route.',
  'AwsSolutions-S1': 'The bucket holds public pages, and only the distribution reads it.',
  'AwsSolutions-CFR1': 'Members are served wherever they are.',
  'AwsSolutions-CFR3': 'Logs of the distribution would keep addresses of visitors; the API logs what it is asked.',
  'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk':
    'There is a default root object, and the edge asks for no other names than those of files.',
  'AwsSolutions-SMG4':
    'A new key would sign everybody out, or let nobody be recognised; the secret is changed at the provider.',
}

export function acceptFindings(stack: Stack): void {
  for (const [id, reason] of Object.entries(ACCEPTED)) Validations.of(stack).acknowledge({ id, reason })
}
