import type { Archive } from './archive.ts'

/** An archive that may have to be opened first: the way to it is asked for at each use. */
export function archiveAtHand(open: () => Promise<Archive>): Archive {
  return {
    put: async (...file) => (await open()).put(...file),
    month: (month, attempt) => ({ read: async (file) => (await open()).month(month, attempt).read(file) }),
  }
}
