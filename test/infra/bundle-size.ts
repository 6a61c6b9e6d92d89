import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Metafile } from 'esbuild'

/** In kilobytes of 1000, each file compressed by itself as in the archive that Lambda is given; maps do not count. */
export interface BundleSize {
  /** What is loaded before the first answer: the entry, and all that it imports without being asked. */
  readonly startKb: number
  readonly allKb: number
}

/** The size of a bundle in a folder, by what esbuild tells of it. */
export async function bundleSize(folder: string, { outputs }: Pick<Metafile, 'outputs'>): Promise<BundleSize> {
  const sizes = new Map<string, number>()
  for (const path of Object.keys(outputs)) {
    if (!path.endsWith('.mjs')) continue
    sizes.set(path, gzipSync(await readFile(join(folder, basename(path))), { level: 9 }).length)
  }
  const entry = [...sizes.keys()].find((path) => basename(path) === 'index.mjs')
  if (entry === undefined) throw new Error('The bundle has no index.mjs.')
  const total = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0) / 1000
  return { startKb: total(loadedWith(entry, outputs)), allKb: total(sizes.keys()) }
}

/** A file, and what is loaded together with it. */
function loadedWith(entry: string, outputs: Metafile['outputs']): ReadonlySet<string> {
  const loaded = new Set([entry])
  // A set that grows while it is gone through is gone through to its new end.
  for (const path of loaded) {
    for (const { kind, path: imported, external } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !external) loaded.add(imported)
    }
  }
  return loaded
}
