import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import { buildSiteIfStale, SITE_FOLDER } from '#local/built-site.ts'
import { localPages } from '#local/local-pages.ts'
import type { PublishedEdition, TierDocument } from '#program/document.ts'
import { openFolderStore } from '#publisher/folder-store.ts'
import { loadBundle } from '#publisher/site-bundle.ts'
import { studioApp } from '#studio/app.ts'
import { NOTHING_PREPARED } from '#studio/nothing-prepared.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { demoEdition } from '../publisher/programs.ts'
import { keptPictures } from '../studio/kept-pictures.ts'
import { type Bed, onBed } from './bed.ts'
import type { Bench, Figure } from './figure.ts'

/** From the request to publish to the page that says it, over and over, in a program of six tiers. */
async function publishingFigures(bed: Bed): Promise<readonly Figure[]> {
  await buildSiteIfStale()
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-bench-'))
  try {
    const times = await published(bed, folder)
    const [first = 0] = times
    return [
      { what: 'six tiers, from publish to the live page, the first time', value: first, unit: 'ms', atMost: 3000 },
      { what: 'the same, the slowest of nine after it', value: Math.max(...times.slice(1)), unit: 'ms', atMost: 3000 },
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function published({ client, table }: Bed, folder: string): Promise<number[]> {
  const options = { client, table, now: Date.now }
  const [ledger, press] = [openLedger(options), openPress(options)]
  await ledger.publish(await sixTiers())
  const store = openFolderStore(folder)
  const bundle = await loadBundle(SITE_FOLDER)
  const pages = localPages({ store, bundle, publications: press.publications, origin: null, now: Date.now })
  const app = studioApp({
    ...{ ledger, press, pages, pictures: keptPictures(), report },
    books: NOTHING_PREPARED,
    identify: identifyRole,
    now: Date.now,
  })
  const ask = async (method: string, path: string, body?: object, seen = 0) => {
    const headers = { ...as('studio'), 'Content-Type': 'application/json', 'If-Match': `"${seen}"` }
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    return (await app.request(`/api/v1/studio${path}`, init)).json()
  }
  const times: number[] = []
  for (let round = 0; round < 10; round++) {
    const { id, document } = await ask('POST', '/drafts', { title: 'Words' })
    // In letters: a figure that no rule has would have to be explained.
    const headline = `Headline ${'abcdefghij'.charAt(round)}`
    document.tiers[2].headline = headline
    await ask('PUT', `/drafts/${id}`, { title: 'Words', effectiveFrom: null, document, explanations: {} }, 1)
    const start = performance.now()
    await ask('POST', `/drafts/${id}/publish`, undefined, 2)
    const page = new TextDecoder().decode((await store.read('/tiers/gold'))?.bytes)
    times.push(Math.round(performance.now() - start))
    if (!page.includes(headline)) throw new Error(`Round ${round} is not live.`)
  }
  return times
}

/** The demo shop's program with two tiers more. */
async function sixTiers(): Promise<PublishedEdition> {
  const { document, ...dated } = await demoEdition()
  const more = (id: string, spend: string): TierDocument => ({ id, name: id, story: 'More.', qualify: [{ spend }] })
  const tiers = [...document.tiers, more('jade', '5000.00'), more('opal', '9000.00')]
  return { ...dated, edition: 1, document: { ...document, tiers } }
}

export const bench: Bench = { name: 'Publishing', run: () => onBed(publishingFigures) }
