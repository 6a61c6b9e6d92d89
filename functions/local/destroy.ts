import { setTimeout as sleep } from 'node:timers/promises'
import { runCdk } from './aws/run-cdk.ts'
import { runCommand } from './aws/run-command.ts'
import { buildSiteIfStale } from './built-site.ts'
import { parseDestruction } from './destroy/arguments.ts'
import { destroyStage } from './destroy/destroy-stage.ts'

// npm run destroy -- --stage dev: takes a stage away, and leaves its data (docs/deploy.md).

await runCommand(() =>
  destroyStage(parseDestruction(process.argv.slice(2)), {
    // The CDK makes the stacks anew before it deletes them, and they hold the built pages.
    cdk: async (...given) => {
      await buildSiteIfStale()
      return runCdk(...given)
    },
    folder: process.cwd(),
    tell: (line) => console.log(line),
    sleep: (ms) => sleep(ms),
    isAtTerminal: process.stdin.isTTY === true && process.stdout.isTTY === true,
  }),
)
