import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { acceptFindings } from './accepted-findings.ts'
import { stageSettings } from './stage-settings.ts'
import { stageStacks } from './stage-stacks.ts'

const app = new App()
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
for (const stack of stageStacks(
  app,
  stageSettings((key) => app.node.tryGetContext(key)),
)) {
  acceptFindings(stack)
}
