import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { HASHED } from './file-names.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** What lies in the folder of `folder-store.ts`. */
export function openFolderShelf(folder: string): Shelf {
  const sites = join(folder, 'sites')
  const shared = join(folder, 'shared')
  return {
    served: () => readFile(join(folder, 'current'), 'utf8').catch(undefinedIfMissing),
    sites: async () => {
      const names = (await readdir(sites).catch(undefinedIfMissing)) ?? []
      // Its first page is written anew whenever the site is put down again.
      return Promise.all(names.map((name) => shelved(name, join(sites, name, 'index.html'))))
    },
    hashed: async () => {
      const paths = (await Promise.all(HASHED.map((folder) => filesIn(join(shared, folder))))).flat()
      return Promise.all(paths.map((path) => shelved(nameIn(shared, path), path)))
    },
    textsOf: async (site) => Promise.all((await filesIn(join(sites, site))).map((path) => readFile(path, 'utf8'))),
    textOf: (file) => readFile(join(shared, file), 'utf8'),
    removeSite: (site) => rm(join(sites, site), { recursive: true, force: true }),
    removeHashed: (file) => rm(join(shared, file), { force: true }),
  }
}

/** A site that was put down by half has no first page yet: it counts as new. */
async function shelved(name: string, path: string): Promise<Shelved> {
  const found = await stat(path).catch(undefinedIfMissing)
  return { name, putAt: found?.mtimeMs ?? Number.POSITIVE_INFINITY }
}

async function filesIn(folder: string): Promise<string[]> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(undefinedIfMissing)) ?? []
  return found.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

const nameIn = (folder: string, path: string) => relative(folder, path).replaceAll(sep, '/')

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
