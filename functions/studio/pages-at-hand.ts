import type { PublicPages } from './public-pages.ts'

/** Pages that may have to be opened first: the way to them is asked for at each use. */
export function pagesAtHand(open: () => Promise<PublicPages>): PublicPages {
  return {
    try: async (publication) => (await open()).try(publication),
    preview: async (previewed) => (await open()).preview(previewed),
    refresh: async () => (await open()).refresh(),
  }
}
