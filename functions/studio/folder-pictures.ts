import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isPictureName, type PictureStore } from './picture-store.ts'

/** Where a house keeps them, beside the sites in its folder of pages. */
export const picturesIn = (pages: string): string => join(pages, 'pictures')

/** Pictures in a folder, which is made when the first is put. */
export function openFolderPictures(folder: string): PictureStore {
  return {
    async put(file, bytes) {
      await mkdir(folder, { recursive: true })
      const unfinished = join(folder, `${file}.${process.pid}.unfinished`)
      await writeFile(unfinished, bytes)
      await rename(unfinished, join(folder, file))
    },

    async read(file) {
      if (!isPictureName(file)) return undefined
      return readFile(join(folder, file)).catch(undefinedIfMissing)
    },
  }
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
