import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb'
import { SingleBar } from 'cli-progress'
import { describeDifference } from '#ledger/describe-difference.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { type RebuildReport, rebuild } from '#ledger/rebuild.ts'
import { createTable } from '#ledger/table.ts'
import { REFUSED, runCommand } from './aws/run-command.ts'
import { type DatabaseHere, databaseHere, namesNoLedger } from './database-here.ts'
import { furnish } from './furnish.ts'
import { pastOf } from './past-of.ts'
import { secretsFor } from './secrets.ts'
import { settingsOf } from './settings.ts'
import { SetupFault } from './setup-fault.ts'

const USAGE = 'npm run rebuild [-- --repair]    (DATA_DIR, DYNAMODB_ENDPOINT or STAGE says of which ledger)'
/** Differences shown one by one; the count tells the rest. */
const MOST_LINES = 50

/** `npm run rebuild`: works out all derived state from the entries and says where what is stored differs. */
async function main(): Promise<number> {
  const shouldRepair = readArguments()
  const { dataDir } = settingsOf(process.env)
  if (dataDir !== null && !existsSync(join(dataDir, 'ledger.db'))) {
    throw new SetupFault(`There is no ledger in ${dataDir}. Name the folder that "npm start" was given in DATA_DIR.`)
  }
  const database = await databaseHere(process.env)
  try {
    if (namesNoLedger(process.env)) await tellDemo(database)
    return print(await rebuildIn(database, shouldRepair), shouldRepair)
  } finally {
    await database.close()
  }
}

function readArguments(): boolean {
  try {
    return parseArgs({ options: { repair: { type: 'boolean', default: false } } }).values.repair
  } catch (error) {
    throw new SetupFault(`${(error as Error).message}\nUsage: ${USAGE}`)
  }
}

/** Where no ledger is named there is nothing to read, so the demo shop's is made first. */
async function tellDemo({ client, table }: DatabaseHere): Promise<void> {
  console.log(
    'Neither DATA_DIR nor DYNAMODB_ENDPOINT nor STAGE is set: recording the demo shop in memory, to rebuild that.',
  )
  await createTable(client, table)
  const ledger = openLedger({ client, table, now: Date.now })
  const { emailKey } = await secretsFor(null)
  await furnish({ ledger, ...pastOf({ client, table }), emailKey, now: Date.now, tell: () => {} })
}

async function rebuildIn(database: DatabaseHere, shouldRepair: boolean): Promise<RebuildReport> {
  const { client, table } = database
  const timeZone = await timeZoneIn(database)
  const bar = process.stdout.isTTY ? new SingleBar({ format: 'Reading [{bar}] {value} items' }) : undefined
  bar?.start(0, 0)
  try {
    const onProgress = (items: number) => {
      bar?.setTotal(items)
      bar?.update(items)
    }
    return await rebuild({ client, table, timeZone, repair: shouldRepair, onProgress })
  } finally {
    bar?.stop()
  }
}

async function timeZoneIn({ client, table, name }: DatabaseHere): Promise<string> {
  const { rules } = await openLedger({ client, table, now: Date.now })
    .program()
    .catch((error: unknown) => {
      if (!(error instanceof ResourceNotFoundException)) throw error
      throw new SetupFault(`There is no table "${table}" in ${name}: it holds no ledger.`)
    })
  if (rules[0]) return rules[0].timeZone
  throw new SetupFault('The ledger has no edition, so months have no time zone. Publish the program first.')
}

/** Returns the exit code: 1 while something differs. */
function print({ members, entries, differences, misfolded, leftAlone }: RebuildReport, shouldRepair: boolean): number {
  for (const difference of differences.slice(0, MOST_LINES)) console.log(describeDifference(difference))
  if (differences.length > MOST_LINES) console.log(`... and ${differences.length - MOST_LINES} more`)
  for (const member of misfolded)
    console.log(`${member}: the ledger's sums are not the fold of the entries. Report this.`)
  const total = `${count(members, 'member', 'members')}, ${count(entries, 'entry', 'entries')}`
  if (differences.length + misfolded.length === 0) {
    console.log(`${total}, no differences`)
    return 0
  }
  if (misfolded.length > 0 || !shouldRepair) {
    console.log(
      `${total}, ${count(differences.length, 'difference', 'differences')}. "npm run rebuild -- --repair" puts that right.`,
    )
    return 1
  }
  console.log(`${total}, ${differences.length - leftAlone} of ${differences.length} differences put right.`)
  if (leftAlone > 0) console.log('The others changed meanwhile. Run it again.')
  return leftAlone > 0 ? 1 : 0
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

await runCommand(main, { exitCode: REFUSED })
