import { resolve } from 'node:path'
import { emailHash } from '#http/email-hash.ts'
import { keyOf } from '#http/settings.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'
import type { StageThere } from '../aws/stage-there.ts'
import { databaseHere, namesNoLedger } from '../database-here.ts'
import { readDemoMark } from '../demo-mark.ts'
import { demoEditions, publishDemoProgram } from '../demo-program.ts'
import { secretsFor } from '../secrets.ts'
import { ImportError } from './import-error.ts'
import type { Profile } from './profile.ts'

export interface OpenForImport {
  readonly ledger: Ledger
  /** By the key of the portal that is started on the same data folder. */
  readonly emailHash: (address: string) => string
  /** Where reports are kept: in the data folder, or the working directory where the database is elsewhere. */
  readonly reportFolder: string
  close(): Promise<void>
}

/**
 * Opens the ledger that STAGE, DATA_DIR or DYNAMODB_ENDPOINT names. A new one on this machine gets the demo shop's program, as
 * at `npm start`.
 * Throws {@link ImportError} when neither is named, when the program is in another currency than the profile, or when
 * customers would not be recognised or would stand among people that are made up.
 */
export async function openForImport(
  env: Readonly<Record<string, string | undefined>>,
  profile: Profile,
): Promise<OpenForImport> {
  const dataDir = env.DATA_DIR ? resolve(env.DATA_DIR) : undefined
  if (namesNoLedger(env)) {
    throw new ImportError(
      'Say where to import to: DATA_DIR=./data names a folder (it is made if need be; "DATA_DIR=./data npm start" shows ' +
        'what is in it), DYNAMODB_ENDPOINT=http://... a database that is running, STAGE=prod a stage in AWS.',
    )
  }
  if (dataDir === undefined && !env.STAGE && profile.enrol) throw needsKey()
  if (dataDir !== undefined && (await readDemoMark(dataDir))?.isComplete === false) throw halfTold(dataDir)
  const { client, table, there, close } = await databaseHere(env)
  try {
    if (!there) await createTable(client, table)
    const ledger = openLedger({ client, table, now: Date.now })
    const { published } = await ledger.program()
    if (there && published.length === 0) throw needsProgram(there)
    const [edition] = published.length > 0 ? published : await demoEditions()
    checkCurrency(edition?.document.currency ?? '', profile.currency)
    // Only now: a folder with a program counts as one that has members of its own.
    if (published.length === 0) await publishDemoProgram(ledger)
    const emailKey = there ? await emailKeyOf(there) : (await secretsFor(dataDir ?? null)).emailKey
    const reportFolder = dataDir ? resolve(dataDir, 'imports') : process.cwd()
    return { ledger, emailHash: (address) => emailHash(address, emailKey), reportFolder, close }
  } catch (error) {
    await close()
    throw error
  }
}

const emailKeyOf = async ({ outputs, setting }: StageThere) =>
  keyOf('EMAIL_KEY', await setting(outputs.IntakeName, 'EMAIL_KEY'))

const needsProgram = ({ stage }: StageThere) =>
  new ImportError(
    `The stage ${stage} has no program yet, so nothing can count. Publish one that takes effect no later than the oldest of ` +
      `these orders: STAGE=${stage} npm run program -- publish FILE.yaml --from 2026-01 --yes`,
  )

const needsKey = () =>
  new ImportError(
    'The profile enrols customers, who are recognised by a key that is kept beside the data. Name the folder that the ' +
      'portal is started with in DATA_DIR, beside DYNAMODB_ENDPOINT; or leave "enrol" out of the profile.',
  )

const halfTold = (dataDir: string) =>
  new ImportError(
    `In ${dataDir} a start was interrupted while it told the demo shop's past. Start it once to its end to import beside ` +
      'the demo members, or name another folder in DATA_DIR.',
  )

function checkCurrency(ofProgram: string, ofProfile: string) {
  if (ofProgram === ofProfile) return
  throw new ImportError(
    `The profile's amounts are in ${ofProfile}, the program counts in ${ofProgram}. Import a file in ${ofProgram}.`,
  )
}
