import { CfnOutput, type Stack } from 'aws-cdk-lib'

/** What commands read from a stack that is there (`functions/local/aws/stack-outputs.ts`), and people in the console. */
const TOLD = {
  Address: 'Where the portal is',
  ApiAddress: 'The API behind the distribution, which answers nobody who comes around it',
  TableName: 'The ledger',
  PublisherName: 'The function that renders the pages',
  FinanceName: 'The function of finance: months are closed with its settings',
  IntakeName: 'The function that takes events in: people are recognised with its settings',
  DistributionId: 'The distribution before pages and API',
  PagesBucket: 'Published pages and pictures',
  ArchiveBucket: 'Closed months',
  EntriesBucket: 'Entries as files, for questions in SQL',
  TierChangesBus: 'The event bus that is told of members whose tier changed',
  NotKept: 'What of the ledger could not be kept as files',
  NotTold: 'Writes of which it could not be told whether a tier changed',
  NotDone: 'Parts of the turn of a month that could not be done',
  TurnWork: 'What is to be done at the turn of a month',
} as const

/** Names what is in a stack, under the same name in each. None of it is a secret. */
export function tellOutputs(stack: Stack, values: Readonly<Record<keyof typeof TOLD, string>>): void {
  for (const name of Object.keys(TOLD) as (keyof typeof TOLD)[]) {
    new CfnOutput(stack, name, { value: values[name], description: TOLD[name] })
  }
}
