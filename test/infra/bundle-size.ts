import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** In kilobytes of 1000, each file compressed by itself as in the archive that Lambda is given; maps do not count. */
export interface BundleSize {
  /** What is loaded before the first answer: the entry, which holds all that it needs without being asked. */
  readonly startKb: number
  readonly allKb: number
}

/** What imports a file beside it, and does not wait until it is asked to: "from'./a.mjs'", "import'./a.mjs'". */
const LOADS_MORE = /(?:\bfrom|\bimport) ?["']\.\//

/** The size of a bundle in a folder. Throws where the entry is not all that is loaded at start. */
export async function bundleSize(folder: string): Promise<BundleSize> {
  const sizes = new Map<string, number>()
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.mjs')) continue
    sizes.set(name, gzipSync(await readFile(join(folder, name)), { level: 9 }).length / 1000)
  }
  const startKb = sizes.get('index.mjs')
  if (startKb === undefined || LOADS_MORE.test(await readFile(join(folder, 'index.mjs'), 'utf8'))) {
    throw new Error(`What is loaded at start is not all in ${folder}/index.mjs.`)
  }
  return { startKb, allKb: [...sizes.values()].reduce((sum, size) => sum + size, 0) }
}
