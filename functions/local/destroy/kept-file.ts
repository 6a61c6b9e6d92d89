import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupFault } from '../setup-fault.ts'
import { type Kept, resourceMapping } from './kept.ts'

/** Where it is written what stays of a stage: by nothing else could it be found again. */
const listFile = (folder: string, stage: string) => join(folder, `cleartier-${stage}-kept.json`)
/** What a new stack is told to take up. */
export const mappingFile = (folder: string, stage: string) => join(folder, `cleartier-${stage}-mapping.json`)

/** Writes down what stays of a stage, before its stacks are deleted. */
export async function writeKept(folder: string, stage: string, all: readonly Kept[]): Promise<void> {
  await writeFile(listFile(folder, stage), `${JSON.stringify(all, null, 2)}\n`)
  await writeFile(mappingFile(folder, stage), `${JSON.stringify(resourceMapping(all), null, 2)}\n`)
}

/** What was written down. Throws {@link SetupFault} where nothing was. */
export async function readKept(folder: string, stage: string): Promise<readonly Kept[]> {
  const file = listFile(folder, stage)
  try {
    return JSON.parse(await readFile(file, 'utf8')) as readonly Kept[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new SetupFault(`${file} cannot be read: ${(error as Error).message}. Put that right first.`)
    }
    throw new SetupFault(
      `There is no stack of the stage ${stage}, and no ${file} that says what was kept of one. ` +
        'Run this where the stage was destroyed, or delete what is left in the console: it bears the tag ' +
        `cleartier:stage = ${stage}.`,
    )
  }
}
