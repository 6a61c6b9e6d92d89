import { writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'
import { bundleOffer } from './bundle-offer.ts'

/** Lays /offer.js beside the pages' own files. Its name has no fingerprint, since it stands in other people's pages. */
export function offerScript(): AstroIntegration {
  return {
    name: 'cleartier-offer',
    hooks: {
      'astro:build:done': async ({ dir }) => writeFile(new URL('offer.js', dir), await bundleOffer()),
    },
  }
}
