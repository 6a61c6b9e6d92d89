import { fileURLToPath } from 'node:url'
import { defineConfig, passthroughImageService } from 'astro/config'
import { renderer } from './adapter.ts'
import { offerScript } from './offer/offer-script.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Pages become a server bundle, which the publisher calls with an edition. Styles and scripts are files of their own,
 * never inlined, so that the content security policy can be 'self' and nothing else.
 */
export default defineConfig({
  srcDir: here('.'),
  outDir: here('./dist'),
  publicDir: here('./public'),
  output: 'server',
  adapter: renderer(),
  integrations: [offerScript()],
  image: { service: passthroughImageService() },
  trailingSlash: 'never',
  compressHTML: true,
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
})
