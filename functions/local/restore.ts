import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '#ledger/client.ts'
import { argumentsBy, DONE, runCommand } from './aws/run-command.ts'
import { stageThere } from './aws/stage-there.ts'
import { restoreTable } from './restore/restore-table.ts'
import { SetupFault } from './setup-fault.ts'

const USAGE = 'npm run restore -- --stage prod --to 2026-11-20T10:00:00Z'

/** `npm run restore`: a second table as the ledger was at an instant, and what to do with it (docs/deploy.md). */
async function main(): Promise<number> {
  const { stage, to } = askedFor(process.argv.slice(2))
  const { region, table } = await stageThere(stage)
  const client = connect({ region })
  const tell = (line: string) => console.log(line)
  const ledger = await restoreTable({ stage, table, to }, { client, tell, sleep: (ms) => sleep(ms) })
  tell(nextSteps(stage, ledger))
  return DONE
}

const nextSteps = (stage: string, ledger: object) =>
  [
    `The portal still uses the table it had. To go over, write into the stage "${stage}" in cdk.json:`,
    '',
    `  "ledger": ${JSON.stringify(ledger)}`,
    '',
    'Then, one after the other:',
    `  STAGE=${stage} npm run rebuild                works out from the entries whether all sums are right`,
    `  STAGE=${stage} npm run rebuild -- --repair    puts right what a restore tore apart`,
    '  npm run verify -- FOLDER                   compares closed months with their seals (docs/deploy.md, "Restore")',
    `  npm run deploy -- --stage ${stage}               uses the restored table from then on`,
    'Have the shops send again what they sent since: what is there already counts once.',
  ].join('\n')

function askedFor(args: readonly string[]): { readonly stage: string; readonly to: number } {
  const text = { type: 'string' } as const
  const { stage, to } = argumentsBy({ args: [...args], options: { stage: text, to: text } }, USAGE).values
  if (stage === undefined || to === undefined) throw new SetupFault(`Usage: ${USAGE}`)
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(to) ? Date.parse(to) : Number.NaN
  if (Number.isNaN(instant)) {
    throw new SetupFault(`"${to}" is no instant. Write it with its zone, as in 2026-11-20T10:00:00Z.\nUsage: ${USAGE}`)
  }
  return { stage, to: instant }
}

await runCommand(main)
