import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { SetupFault } from '../setup-fault.ts'
import { awsFault } from './aws-fault.ts'
import { FIRST_ASKED } from './first-asked.ts'
import { type StackOutputs, stackOutputs } from './stack-outputs.ts'
import { stageHere } from './stage-here.ts'

/** A stage that is deployed, for commands that work on its ledger. */
export interface StageThere {
  /** "prod" */
  readonly stage: string
  readonly region: string
  readonly outputs: StackOutputs
  /** The ledger that cdk.json names for the stage, as after a restore; else the one that is in use. */
  readonly table: string
  /**
   * A setting of a function that is in use, keys included, so that members are known here by what they are known by there.
   * Throws {@link SetupFault} when the function has none of that name.
   */
  setting(functionName: string, name: string): Promise<string>
}

/** Looks a stage up in the account of the credentials. Throws {@link SetupFault}. */
export async function stageThere(stage: string): Promise<StageThere> {
  try {
    const { region, ledger } = await stageHere(stage)
    const outputs = await stackOutputs(new CloudFormationClient({ region, ...FIRST_ASKED }), stage)
    const lambda = new LambdaClient({ region })
    const setting = (functionName: string, name: string) => settingOf(lambda, functionName, name)
    return { stage, region, outputs, table: ledger?.tableName ?? outputs.TableName, setting }
  } catch (error) {
    throw awsFault(error) ?? error
  }
}

async function settingOf(lambda: LambdaClient, functionName: string, name: string): Promise<string> {
  const asked = new GetFunctionConfigurationCommand({ FunctionName: functionName })
  const { Environment } = await lambda.send(asked).catch((error: unknown) => {
    throw awsFault(error) ?? error
  })
  const value = Environment?.Variables?.[name]
  if (value !== undefined) return value
  throw new SetupFault(
    `The function ${functionName} has no ${name}. Deploy the stage again; if these credentials may not decrypt the settings ` +
      'of functions, use others.',
  )
}
