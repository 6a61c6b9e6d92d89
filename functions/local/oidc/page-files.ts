import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KoaContextWithOIDC } from 'oidc-provider'

const WEB = join(import.meta.dirname, '..', '..', '..', 'web')

export const STYLES_PATH = '/oidc/styles/page.css'

/** What the provider's pages refer to, by its path below `/oidc`. The style sheet finds the site's face beside itself. */
const FILES: Readonly<Record<string, { readonly type: string; readonly read: () => Buffer }>> = {
  '/styles/page.css': {
    type: 'text/css; charset=utf-8',
    read: () =>
      Buffer.concat([
        readFileSync(join(WEB, 'styles', 'tokens.css')),
        readFileSync(join(WEB, 'styles', 'fairweather.css')),
        readFileSync(join(import.meta.dirname, 'page.css')),
      ]),
  },
  '/fonts/newsreader-display.woff2': {
    type: 'font/woff2',
    read: () => readFileSync(join(WEB, 'fonts', 'newsreader-display.woff2')),
  },
}

/** Serves the style sheet and the face; everything else is left to the provider. */
export async function pageFiles(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  const file = Object.hasOwn(FILES, ctx.path) ? FILES[ctx.path] : undefined
  if (!file) return next()
  ctx.set('cache-control', 'public, max-age=3600')
  ctx.type = file.type
  ctx.body = file.read()
}
