import { constants, existsSync } from 'node:fs'
import { access, mkdir, opendir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SetupFault } from './setup-fault.ts'

/** Makes the folder if there is none, and sees that it is one and can be written to. Throws {@link SetupFault}. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await opendir(folder).then((opened) => opened.close())
    await access(folder, constants.W_OK)
  } catch (error) {
    throw new SetupFault(
      `The data folder ${folder} cannot be written to (${(error as Error).message}). ` +
        'Give this user the right to write there, or name another folder in DATA_DIR.',
    )
  }
}

/** One folder at a time: Node's recursive `mkdir` tries for ever where the system keeps saying no, as below /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return
  await makeFolder(dirname(folder))
  await mkdir(folder)
}
