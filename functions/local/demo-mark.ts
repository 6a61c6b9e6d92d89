import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupFault } from './setup-fault.ts'

/** How far the demo data of a data folder has come. */
export interface DemoMark {
  /** Epoch milliseconds: the day it is told from. The same day gives the same events, so a load can be taken up again. */
  readonly toldFrom: number
  readonly isComplete: boolean
}

const fileIn = (folder: string) => join(folder, 'demo.json')

/** Null when no demo data was ever begun there. Throws {@link SetupFault} for a damaged mark. */
export async function readDemoMark(folder: string): Promise<DemoMark | null> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const { toldFrom, isComplete } = JSON.parse(text) as Partial<DemoMark>
    if (typeof toldFrom === 'number' && typeof isComplete === 'boolean') return { toldFrom, isComplete }
  } catch {
    // Said below.
  }
  throw new SetupFault(`${fileIn(folder)} is damaged. Restore it from a copy, or name another folder in DATA_DIR.`)
}

export async function writeDemoMark(folder: string, mark: DemoMark): Promise<void> {
  await writeFile(fileIn(folder), `${JSON.stringify(mark)}\n`)
}
