import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import type { lambdaEntry } from '#http/lambda-entry.ts'
import { bundleRoom } from '../../infra/room-code.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles an entry of a room as the stack does, loads it with the environment there is now, and gives its handler. */
export async function bundled(room: string, entry = 'lambda'): Promise<ReturnType<typeof lambdaEntry>> {
  const folder = await mkdtemp(join(root, 'node_modules/.lambda-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  bundleRoom(room, entry, folder)
  const { handler } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.mjs')).href)
  return handler
}
