import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

const ALARMS = new ServicePrincipal('cloudwatch.amazonaws.com')
/** The rule for backups that failed; its target adds the right to publish by itself. */
const RULES = new ServicePrincipal('events.amazonaws.com')

export interface AlarmTopicProps {
  /** Who is written to; null: nobody, until somebody subscribes. */
  readonly mail: string | null
}

/** Where alarms are told. It is encrypted by a key of its own, because alarms may not use the one that AWS keeps for topics. */
export class AlarmTopic extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, { mail }: AlarmTopicProps) {
    super(scope, id)
    const masterKey = new Key(this, 'Key', { description: 'Encrypts what alarms say', enableKeyRotation: true })
    this.topic = new Topic(this, 'Topic', { displayName: Stack.of(this).stackName, masterKey, enforceSSL: true })
    if (mail !== null) this.topic.addSubscription(new EmailSubscription(mail))
    const actions = ['kms:Decrypt', 'kms:GenerateDataKey*']
    masterKey.addToResourcePolicy(new PolicyStatement({ principals: [ALARMS, RULES], actions, resources: ['*'] }))
    // A topic with a policy of its own has lost the usual one, by which its account may publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [ALARMS],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
  }
}
