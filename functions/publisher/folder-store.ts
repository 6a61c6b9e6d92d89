import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileOf, isHashed, typeOf } from './file-names.ts'
import type { PageFile, PageStore, SiteFiles } from './page-store.ts'
import { PublishError } from './publish-error.ts'

/**
 * A store in a folder: `sites/<name>/…` holds each site, `shared/_astro/…` and `shared/pictures/…` the hashed files of all of them, and the file
 * `current` the name of the one that is served. A rename replaces that file, which the operating system does at once.
 */
export function openFolderStore(folder: string): PageStore {
  const siteFolder = (site: string) => join(folder, 'sites', site)
  const place = (site: string, file: string) =>
    isHashed(file) ? join(folder, 'shared', file) : join(siteFolder(site), file)

  return {
    async put(site: string, files: SiteFiles) {
      for (const [file, bytes] of files) await writeWhole(place(site, file), bytes)
    },

    async switchTo(site: string) {
      const home = await stat(join(siteFolder(site), 'index.html')).catch(() => undefined)
      if (!home) throw new PublishError(`There is no site "${site}" in ${folder}: put it down before switching to it.`)
      await writeWhole(join(folder, 'current'), site)
    },

    async read(path: string): Promise<PageFile | undefined> {
      const file = fileOf(path)
      const site = await readIfThere(join(folder, 'current'))
      if (!file || !site) return undefined
      const bytes = await readIfThere(place(site.toString(), file))
      return bytes && { bytes, type: typeOf(file), immutable: isHashed(file) }
    },
  }
}

/** Readers see the old file or the new one, never half of either. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${process.pid}.unfinished`
  await writeFile(unfinished, content)
  await rename(unfinished, path)
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
    throw error
  }
}
