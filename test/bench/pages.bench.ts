import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import { alone, renderSite } from '#publisher/render-site.ts'
import { loadBundle } from '#publisher/site-bundle.ts'
import { bytes, packed, SCREENS, WITH_SCRIPT, weightOf } from '../publisher/page-weight.ts'
import { demoEdition } from '../publisher/programs.ts'
import type { Bench, Figure } from './figure.ts'

/** What the pages of the demo shop weigh, and how long all of them take to render. */
async function pagesFigures(): Promise<readonly Figure[]> {
  await buildSiteIfStale()
  const bundle = await loadBundle(SITE_FOLDER)
  const edition = await demoEdition()
  await renderSite(bundle, alone(edition))
  const start = performance.now()
  const site = await renderSite(bundle, alone(edition))
  const milliseconds = Math.round(performance.now() - start)
  const pages = [...site.keys()].filter((file) => file.endsWith('.html'))
  const customers = pages.filter((page) => !SCREENS.has(page))
  const open = customers.filter((page) => !WITH_SCRIPT.includes(page))
  const scriptOf = (page: string) => packed(weightOf(site, page, /\.js$/))
  const heaviest = Math.max(...customers.map((page) => bytes(weightOf(site, page, /./))))
  return [
    {
      what: 'public pages: bytes of script',
      value: Math.max(...open.map((page) => bytes(weightOf(site, page, /\.js$/)))),
      unit: 'bytes',
      atMost: 0,
    },
    { what: '/standing: script, gzipped', value: scriptOf('standing.html'), unit: 'bytes', atMost: 10_000 },
    { what: 'the heaviest page of customers in all, uncompressed', value: heaviest, unit: 'bytes', atMost: 60_000 },
    ...[...SCREENS].map(([page, atMost]) => {
      return { what: `/${page.replace('.html', '')}: script, gzipped`, value: scriptOf(page), unit: 'bytes', atMost }
    }),
    { what: `all ${pages.length} pages rendered`, value: milliseconds, unit: 'ms' },
  ]
}

export const bench: Bench = { name: 'Pages', run: pagesFigures }
