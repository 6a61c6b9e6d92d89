import { readFile } from 'node:fs/promises'
import { StageFault, type StageSettings, stageSettings } from '../../../infra/stage-settings.ts'
import { SetupFault } from '../setup-fault.ts'

const CDK_FILE = new URL('../../../cdk.json', import.meta.url)

/** The settings of a stage in cdk.json, by the checks of the stack itself. Throws {@link SetupFault} with all that is wrong. */
export async function stageHere(stage: string): Promise<StageSettings> {
  const context = contextIn(await readFile(CDK_FILE, 'utf8'))
  try {
    return stageSettings((key) => (key === 'stage' ? stage : context[key]), Object.keys(context))
  } catch (error) {
    throw error instanceof StageFault ? new SetupFault(error.message) : error
  }
}

function contextIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const read = JSON.parse(text) as { readonly context?: Readonly<Record<string, unknown>> } | null
    return read?.context ?? {}
  } catch (error) {
    throw new SetupFault(`cdk.json cannot be read: ${(error as Error).message}. Put that right first.`)
  }
}
