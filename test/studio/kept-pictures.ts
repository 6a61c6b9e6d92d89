import { isPictureName, type PictureStore } from '#studio/picture-store.ts'

/** Pictures in memory. */
export function keptPictures(): PictureStore & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    put: async (file, bytes) => {
      files.set(file, bytes)
    },
    read: async (file) => (isPictureName(file) ? files.get(file) : undefined),
  }
}
