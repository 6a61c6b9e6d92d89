import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import { alone, renderSite } from '#publisher/render-site.ts'
import { loadBundle } from '#publisher/site-bundle.ts'
import { bytes, packed, WITH_SCRIPT, weightOf } from '../publisher/page-weight.ts'
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
  const open = pages.filter((page) => !WITH_SCRIPT.includes(page))
  const scripts = weightOf(site, 'standing.html', /\.js$/)
  const heaviest = Math.max(...pages.map((page) => bytes(weightOf(site, page, /./))))
  return [
    {
      what: 'public pages: bytes of script',
      value: Math.max(...open.map((page) => bytes(weightOf(site, page, /\.js$/)))),
      unit: 'bytes',
      atMost: 0,
    },
    { what: '/standing: script, gzipped', value: packed(scripts), unit: 'bytes', atMost: 10_000 },
    { what: 'the heaviest page in all, uncompressed', value: heaviest, unit: 'bytes', atMost: 60_000 },
    { what: `all ${pages.length} pages rendered`, value: milliseconds, unit: 'ms' },
  ]
}

export const bench: Bench = { name: 'Pages', run: pagesFigures }
