import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

/** As long as books are kept in most places. */
const KEPT = Duration.days(3653)

/**
 * Closed months, and the key that signs them. What was put down stays for ten years: nothing of the house may change it,
 * take it away or shorten that time.
 */
export class Archive extends Construct {
  readonly bucket: Bucket
  readonly key: Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Months', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(KEPT),
      // A file that broke off half-way was never there.
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.key = new Key(this, 'Seal', {
      description: 'Signs closed months',
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const stack = Stack.of(this)
    const name = stack.getLogicalId(this.bucket.node.defaultChild as CfnBucket)
    Validations.of(stack).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${name}.Arn>/*]`,
      reason: 'Nothing but closed months lies in the bucket, and which there will be is not known beforehand.',
    })
  }

  /** Closing months: signing them, and putting them down. */
  mayClose(closer: LambdaFunction): void {
    this.mayRead(closer)
    const actions = ['s3:PutObject']
    closer.addToRolePolicy(new PolicyStatement({ actions, resources: [this.bucket.arnForObjects('*')] }))
    closer.addToRolePolicy(
      new PolicyStatement({ actions: ['kms:Sign', 'kms:GetPublicKey'], resources: [this.key.keyArn] }),
    )
  }

  /** Reading what was closed, as for a member's proof. */
  mayRead(reader: LambdaFunction): void {
    const resources = [this.bucket.arnForObjects('*')]
    reader.addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources }))
    // Without the right to list, S3 says of a file that is not there, as of a first month's predecessor, that it is not allowed.
    reader.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }))
  }
}
