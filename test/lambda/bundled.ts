import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import type { lambdaEntry } from '#http/lambda-entry.ts'
import { type Entry, packedFolder } from './packed-folder.ts'

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/**
 * Loads an entry as it was packed for the stack, with the environment there is now, and gives its handler. Each time it is
 * a copy, for what is loaded from one place is loaded once.
 */
export async function bundled(entry: Entry): Promise<ReturnType<typeof lambdaEntry>> {
  const folder = await mkdtemp(join(modules, '.lambda-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const packed = packedFolder(entry)
  for (const file of await readdir(packed, { withFileTypes: true })) {
    if (file.isFile()) await copyFile(join(packed, file.name), join(folder, file.name))
  }
  const { handler } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.mjs')).href)
  return handler
}
