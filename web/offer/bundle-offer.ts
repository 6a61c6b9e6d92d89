import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const entry = fileURLToPath(new URL('./define-offer.ts', import.meta.url))

/** The element as the one file that shops refer to. */
export async function bundleOffer(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...{ entryPoints: [entry], bundle: true, write: false, format: 'esm', target: 'es2022' },
    ...{ minify: true, legalComments: 'none', logLevel: 'silent' },
  })
  const [file] = outputFiles
  if (!file) throw new Error(`The build of ${entry} gave no file.`)
  return file.contents
}
