import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { ExportFile } from './export-order.ts'
import { once } from './once.ts'
import type { OpenExport } from './open-export.ts'
import { PARQUET_TYPE } from './parquet.ts'

/** No moment of its making stands in the archive: the same entries give the same bytes. ZIP begins with 1980, local time. */
const NO_TIME = new Date(1980, 0, 1)

/** The files of an export as one ZIP file, written while they are read; `manifest.json` comes last. */
export async function* zipped({ files, manifest }: OpenExport): AsyncGenerator<Uint8Array, void, undefined> {
  const archive = openArchive()
  for (const file of files) yield* archive.add(file)
  const text = `${JSON.stringify(manifest(), null, 2)}\n`
  yield* archive.add({ name: 'manifest.json', mediaType: 'application/json', bytes: once(text) })
  yield* archive.end()
}

function openArchive() {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  async function* add({ name, mediaType, bytes }: ExportFile) {
    const entry = isCompressed(mediaType) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    entry.mtime = NO_TIME
    zip.add(entry)
    for await (const chunk of bytes) {
      entry.push(chunk)
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  function* end() {
    zip.end()
    yield* ready.splice(0)
  }
  return { add, end }
}

const isCompressed = (mediaType: string) => mediaType === PARQUET_TYPE || mediaType.endsWith('spreadsheetml.sheet')
