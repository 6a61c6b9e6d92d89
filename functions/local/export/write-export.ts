import { createWriteStream } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { OpenExport } from '#finance/export/open-export.ts'
import type { Manifest } from '#finance/export-routes.ts'

/**
 * Writes the files of an export and `manifest.json` into a folder. They are written under it first and get their names when
 * all are whole, the manifest last: where there is one, its files are there too. After a failure nothing is left.
 */
export async function writeExport({ files, manifest }: OpenExport, folder: string): Promise<Manifest> {
  const aside = await mkdtemp(join(folder, '.export-'))
  try {
    for (const { name, bytes } of files) await pipeline(bytes, createWriteStream(join(aside, name), { flush: true }))
    const made = manifest()
    await writeFile(join(aside, 'manifest.json'), `${JSON.stringify(made, null, 2)}\n`, { flush: true })
    for (const name of [...files.map((file) => file.name), 'manifest.json']) {
      await rename(join(aside, name), join(folder, name))
    }
    return made
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
