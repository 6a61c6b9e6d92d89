import { generateKeyPairSync } from 'node:crypto'
import { type Archive, type ArchivedMonth, type ArchiveFile, wholeOf } from '#ledger/seal/archive.ts'
import { openKeySigner, type Signer } from '#ledger/seal/signer.ts'

/** Files of one month, to be tampered with. */
export type Files = Map<ArchiveFile, Buffer>

export const archived = (files: Files): ArchivedMonth => ({
  async read(file) {
    const bytes = files.get(file)
    return bytes && inPieces(bytes)
  },
})

/** Cut where it suits nobody, as a network does. */
async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997)
}

export interface MemoryArchive extends Archive {
  /** By month and attempt. */
  readonly kept: ReadonlyMap<string, Files>
}

export function memoryArchive(): MemoryArchive {
  const kept = new Map<string, Files>()
  const filesOf = (place: string) => kept.get(place) ?? kept.set(place, new Map()).get(place) ?? new Map()
  return {
    kept,
    async put(month, attempt, file, content) {
      const files = filesOf(`${month}/${attempt}`)
      if (files.has(file)) throw new Error(`${file} is there already.`)
      files.set(file, await wholeOf(content))
    },
    month: (month, attempt) => archived(filesOf(`${month}/${attempt}`)),
  }
}

/** A signer with a key of its own. */
export function anySigner(): Signer {
  const { privateKey } = generateKeyPairSync('ed25519')
  return openKeySigner({ ...privateKey.export({ format: 'jwk' }), kty: 'OKP' })
}
