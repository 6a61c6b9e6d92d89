import type { ProgramDocument } from '#program/document.ts'
import { languagesOf } from '#program/localized.ts'
import { pathIn, publicPaths } from '#program/public-paths.ts'

/** Every public page in every language, and which of them say the same (sitemaps.org, with `xhtml:link`). */
export function sitemapXml(document: ProgramDocument, origin: string): string {
  const languages = languagesOf(document)
  const paths = publicPaths(document).filter((path) => path !== '/404')
  const whole = (language: string, path: string) => new URL(pathIn(language, path, document), origin).href
  const urls = paths.flatMap((path) => {
    const links = languages.map(
      (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${whole(language, path)}"/>`,
    )
    return languages.map(
      (language) => `<url><loc>${whole(language, path)}</loc>${languages.length > 1 ? links.join('') : ''}</url>`,
    )
  })
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

/** What is one person's own, or the shop's, is for no index. */
export const robotsText = (origin: string): string =>
  [
    'User-agent: *',
    ...['/api/', '/auth/', '/standing', '/card', '/desk', '/studio'].map((path) => `Disallow: ${path}`),
    `Sitemap: ${new URL('/sitemap.xml', origin).href}`,
    '',
  ].join('\n')
