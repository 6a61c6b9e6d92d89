import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { acceptFindings } from './accepted-findings.ts'
import { StageFault, type StageSettings, stageSettings } from './stage-settings.ts'
import { stageStacks } from './stage-stacks.ts'

const app = new App()
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
for (const stack of stageStacks(app, settingsOf(app))) acceptFindings(stack)

/** Of a fault in them nobody needs to see where it was found: the message alone says what to mend. */
function settingsOf({ node }: App): StageSettings {
  try {
    return stageSettings((key) => node.tryGetContext(key), Object.keys(node.getAllContext()))
  } catch (error) {
    if (!(error instanceof StageFault)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
