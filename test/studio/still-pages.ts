import type { PublicPages } from '#studio/public-pages.ts'

/** Pages that can always be rendered, and are served at once. */
export const STILL_PAGES: PublicPages = {
  try: async () => {},
  preview: async ({ page }) => `<html>${page}</html>`,
  refresh: async () => '1-000000000000',
}
