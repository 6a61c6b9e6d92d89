import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { SetupFault } from './setup-fault.ts'

/** Makes the folder if there is none, and sees that it can be written to. Throws {@link SetupFault}. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw new SetupFault(
      `The data folder ${folder} cannot be written to (${(error as Error).message}). ` +
        'Give this user the right to write there, or name another folder in DATA_DIR.',
    )
  }
}
