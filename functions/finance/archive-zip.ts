import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { ARCHIVE_FILES, type ArchivedMonth } from '#ledger/seal/archive.ts'

/** A month's archive as one ZIP file, made as it is sent: the same bytes each time. */
export async function* archiveZip(archived: ArchivedMonth, closedAt: number): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  for (const name of ARCHIVE_FILES) {
    const content = await archived.read(name)
    if (!content) continue
    // Hashes are as good as random: packing them would only take time.
    const file = name === 'hashes.bin' ? new ZipPassThrough(name) : new ZipDeflate(name)
    file.mtime = closedAt
    zip.add(file)
    for await (const chunk of content) {
      file.push(chunk)
      yield* made.splice(0)
    }
    file.push(new Uint8Array(0), true)
    yield* made.splice(0)
  }
  zip.end()
  yield* made.splice(0)
}
