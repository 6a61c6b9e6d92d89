import { createReadStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive, ArchivedMonth } from './archive.ts'

/** An archive in a folder: `<month>/<attempt>/<file>`. A file that is there already is not written again. */
export function openFolderArchive(folder: string): Archive {
  return {
    async put(month, attempt, file, content) {
      const place = join(folder, month, attempt)
      await mkdir(place, { recursive: true })
      const opened = await open(join(place, file), 'wx', 0o600)
      try {
        for await (const chunk of content) await opened.write(chunk)
        await opened.sync()
      } finally {
        await opened.close()
      }
    },
    month: (month, attempt) => openMonthFolder(join(folder, month, attempt)),
  }
}

/** A month's archive in a folder of its own, also one that was unpacked anywhere. */
export function openMonthFolder(folder: string): ArchivedMonth {
  return {
    async read(file) {
      const path = join(folder, file)
      const found = await stat(path).catch(() => undefined)
      return found?.isFile() ? createReadStream(path) : undefined
    },
  }
}
