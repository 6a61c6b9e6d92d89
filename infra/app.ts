import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { acceptFindings } from './accepted-findings.ts'
import { CleartierStack } from './cleartier-stack.ts'

const app = new App()
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
acceptFindings(new CleartierStack(app, 'Cleartier', { description: 'A loyalty portal that shows its working' }))
