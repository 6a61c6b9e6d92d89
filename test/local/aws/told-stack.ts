import { AwsError } from './fake-aws.ts'

/** What the stack of a stage says, as it is told by `infra/stack-outputs.ts` and `infra/identity.ts`. */
export const OUTPUTS: Readonly<Record<string, string>> = {
  Address: 'https://d1.cloudfront.example',
  ApiAddress: 'https://api.example',
  TableName: 'cleartier',
  PublisherName: 'publisher:live',
  FinanceName: 'finance',
  IntakeName: 'intake',
  DistributionId: 'E1',
  PagesBucket: 'pages',
  ArchiveBucket: 'archive',
  EntriesBucket: 'entries',
  NotKept: 'https://sqs.eu-west-2.amazonaws.com/1/not-kept',
  NotTold: 'https://sqs.eu-west-2.amazonaws.com/1/not-told',
  NotDone: 'https://sqs.eu-west-2.amazonaws.com/1/not-done',
  TurnWork: 'https://sqs.eu-west-2.amazonaws.com/1/turn-work',
  MembersPool: 'eu-west-2_members',
  StaffPool: 'eu-west-2_staff',
}

/** Stacks by name, as CloudFormation describes them: those named, with these outputs, and no others. */
export const stacks =
  (names: readonly string[], outputs: Readonly<Record<string, string>> = OUTPUTS) =>
  ({ StackName }: Readonly<Record<string, unknown>>) => {
    const name = String(StackName)
    if (!names.includes(name)) throw new AwsError('ValidationError', `Stack with id ${name} does not exist`)
    const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }))
    const Tags = [{ Key: 'cleartier:stage', Value: name.replace(/^Cleartier-/, '').replace(/-edge$/, '') }]
    return { Stacks: [{ StackName: name, StackStatus: 'UPDATE_COMPLETE', Outputs, Tags }] }
  }
