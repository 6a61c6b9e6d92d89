import type { PictureStore } from './picture-store.ts'

/** Pictures whose store may have to be opened first: the way to it is asked for at each use. */
export function picturesAtHand(open: () => Promise<PictureStore>): PictureStore {
  return {
    put: async (file, bytes) => (await open()).put(file, bytes),
    read: async (file) => (await open()).read(file),
  }
}
