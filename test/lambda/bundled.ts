import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { onTestFinished } from 'vitest'
import type { lambdaEntry } from '#http/lambda-entry.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles an audience's entry as the stack does, loads it with the environment there is now, and gives its handler. */
export async function bundled(room: string): Promise<ReturnType<typeof lambdaEntry>> {
  const folder = await mkdtemp(join(root, 'node_modules/.lambda-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const outfile = join(folder, `${room}.mjs`)
  await build({
    ...{ entryPoints: [join(root, `functions/${room}/lambda.ts`)], outfile, bundle: true, logLevel: 'error' },
    ...{ platform: 'node', target: 'node24', format: 'esm', mainFields: ['module', 'main'] },
    external: ['sharp', '@resvg/resvg-wasm'],
  })
  const { handler } = await import(/* @vite-ignore */ pathToFileURL(outfile).href)
  return handler
}
