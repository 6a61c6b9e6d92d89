import { GetQueueAttributesCommand, type SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs'

/** Has SQS move all messages of a queue to another; it goes on by itself after this has come back. */
export async function moveBack(client: SQSClient, fromUrl: string, toUrl: string): Promise<void> {
  const [SourceArn, DestinationArn] = [await arnOf(client, fromUrl), await arnOf(client, toUrl)]
  await client.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn }))
}

async function arnOf(client: SQSClient, QueueUrl: string): Promise<string> {
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] })
  return (await client.send(asked)).Attributes?.QueueArn ?? ''
}
