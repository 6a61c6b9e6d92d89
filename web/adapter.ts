import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** The smallest of adapters: the bundle exports one function that turns a path and an edition into a page. */
export function renderer(): AstroIntegration {
  return {
    name: 'cleartier-renderer',
    hooks: {
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'cleartier-renderer',
          entrypointResolution: 'auto',
          serverEntrypoint: fileURLToPath(new URL('./entry.ts', import.meta.url)),
          supportedAstroFeatures: { staticOutput: 'stable', serverOutput: 'stable' },
        }),
    },
  }
}
