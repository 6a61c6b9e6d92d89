import { Duration, Validations } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

/** Where it is put down what failed for good, until somebody has looked: for as long as SQS keeps anything. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) })
    Validations.of(this).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is the queue of what failed elsewhere.' })
  }
}
