import { type CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation'
import { SetupFault } from '../setup-fault.ts'

/** What a stack says of itself under fixed names (`infra/stack-outputs.ts`, `infra/identity.ts`). */
export interface StackOutputs {
  /** "https://d111111abcdef8.cloudfront.net" */
  readonly Address: string
  /** The API behind the distribution: "https://abc.execute-api.eu-west-2.amazonaws.com". */
  readonly ApiAddress: string
  readonly TableName: string
  /** With the alias that is in use: "Cleartier-dev-Publishing…:live". */
  readonly PublisherName: string
  readonly FinanceName: string
  readonly IntakeName: string
  readonly DistributionId: string
  readonly PagesBucket: string
  readonly ArchiveBucket: string
  readonly EntriesBucket: string
  /** Addresses of queues: of what could not be kept as files, or told, or done at the turn of a month, and of what is to be done then. */
  readonly NotKept: string
  readonly NotTold: string
  readonly NotDone: string
  readonly TurnWork: string
  /** Ids of the user pools; undefined where a stage has a provider of its own. */
  readonly MembersPool?: string
  readonly StaffPool?: string
}

/** What every stack says, whoever its people sign in with. */
export const ALWAYS_TOLD = [
  ...(['Address', 'ApiAddress', 'TableName', 'PublisherName', 'FinanceName', 'IntakeName'] as const),
  ...(['DistributionId', 'PagesBucket', 'ArchiveBucket', 'EntriesBucket'] as const),
  ...(['NotKept', 'NotTold', 'NotDone', 'TurnWork'] as const),
]

/** The name of a stage's stack (`infra/stage-stacks.ts`): "Cleartier-prod". */
export const stackNameOf = (stage: string) => `Cleartier-${stage}`

/** A stack as CloudFormation describes it; null when there is none of this name in the client's region. */
export async function stackNamed(client: CloudFormationClient, name: string): Promise<Stack | null> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }))
    return Stacks[0] ?? null
  } catch (error) {
    // CloudFormation has no error of its own for this.
    if (error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message)) return null
    throw error
  }
}

/** What the stack of a stage says. Throws {@link SetupFault} when it is not there or was deployed by an older Cleartier. */
export async function stackOutputs(client: CloudFormationClient, stage: string): Promise<StackOutputs> {
  const name = stackNameOf(stage)
  const stack = await stackNamed(client, name)
  const deploy = `npm run deploy -- --stage ${stage}`
  if (stack === null) {
    throw new SetupFault(
      `There is no stack ${name} in ${await client.config.region()}. Deploy it first: ${deploy}. If it is there, look whether the ` +
        'stage names its region in cdk.json, and whether these credentials are of its account.',
    )
  }
  const told = Object.fromEntries((stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]))
  const missing = ALWAYS_TOLD.filter((key) => !told[key])
  if (missing.length > 0) {
    throw new SetupFault(`The stack ${name} does not say its ${missing.join(', ')}. Bring it up to date: ${deploy}.`)
  }
  return told as unknown as StackOutputs
}
