import { runCdk } from './aws/run-cdk.ts'
import { runCommand } from './aws/run-command.ts'
import { buildSiteIfStale } from './built-site.ts'
import { parseDeployment } from './deploy/arguments.ts'
import { deployStage } from './deploy/deploy-stage.ts'

// npm run deploy -- --stage prod: the whole of a stage, from its settings to its pages (docs/deploy.md).

await runCommand(() =>
  deployStage(parseDeployment(process.argv.slice(2)), {
    cdk: runCdk,
    buildSite: buildSiteIfStale,
    now: Date.now,
    tell: (line) => console.log(line),
    isAtTerminal: process.stdin.isTTY === true && process.stdout.isTTY === true,
  }),
)
