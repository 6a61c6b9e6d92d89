import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFolderShelf } from '#publisher/folder-shelf.ts'
import { openFolderStore } from '#publisher/folder-store.ts'
import { sweep } from '#publisher/sweep.ts'
import { openedStore } from './opened-store.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cleartier-sweep-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 5, 15)
const bytes = (text: string) => new TextEncoder().encode(text)

/** Puts a site down as it was so many days ago: a page, its style, and the font that the style names. */
async function put(site: string, style: string, daysAgo: number) {
  const files = new Map([
    ['index.html', bytes(`<link href="/_astro/${style}.css"><script src="/_astro/${style}.js">`)],
    [`_astro/${style}.css`, bytes(`src: url(/_astro/${style}.woff2)`)],
    [`_astro/${style}.woff2`, bytes('font')],
    [`_astro/${style}.js`, bytes(`import "./${style}.part.js"`)],
    [`_astro/${style}.part.js`, bytes('')],
  ])
  await openFolderStore(folder).put(site, files)
  const then = new Date(NOW - daysAgo * DAY_MS)
  for (const file of files.keys()) {
    await utimes(join(folder, file.startsWith('_astro/') ? 'shared' : `sites/${site}`, file), then, then)
  }
}

const left = async () => {
  const shelf = openFolderShelf(folder)
  const names = async (of: typeof shelf.sites) => (await of()).map(({ name }) => name).toSorted()
  return { sites: await names(shelf.sites), hashed: await names(shelf.hashed) }
}
const filesOf = (...styles: readonly string[]) =>
  styles.flatMap((style) => ['css', 'js', 'part.js', 'woff2'].map((end) => `_astro/${style}.${end}`))

test('what an edition that stands was rendered with stays, however old; what none uses goes', async () => {
  await put('1-aaa', 'old', 90)
  await put('1-bbb', 'newer', 60)
  await put('2-ccc', 'other', 30)
  await put('3-ddd', 'withdrawn', 20)
  await openFolderStore(folder).switchTo('2-ccc')
  const swept = await sweep(openFolderShelf(folder), { editions: [1, 2], now: NOW })
  expect(swept.sites.toSorted()).toEqual(['1-aaa', '3-ddd'])
  expect(await left()).toEqual({ sites: ['1-bbb', '2-ccc'], hashed: filesOf('newer', 'other') })
})

test('what is served stays, whatever stands', async () => {
  await put('9-aaa', 'served', 90)
  await openFolderStore(folder).switchTo('9-aaa')
  await sweep(openFolderShelf(folder), { editions: [], now: NOW })
  expect(await left()).toEqual({ sites: ['9-aaa'], hashed: filesOf('served') })
})

test('what was put down within a week stays for those who have a page of it open', async () => {
  await put('1-aaa', 'one', 6)
  await put('1-bbb', 'two', 1)
  await sweep(openFolderShelf(folder), { editions: [1], now: NOW })
  expect((await left()).sites).toEqual(['1-aaa', '1-bbb'])
})

test('a file that sites share stays as long as one of them does', async () => {
  await put('1-aaa', 'shared', 90)
  await put('1-bbb', 'shared', 60)
  await openFolderStore(folder).switchTo('1-bbb')
  await sweep(openFolderShelf(folder), { editions: [1], now: NOW })
  expect(await left()).toEqual({ sites: ['1-bbb'], hashed: filesOf('shared') })
})

test('a picture stays as long as a site that is left shows it, in both sizes, and goes with the last', async () => {
  const { store, shelf, objects } = await openedStore()
  const site = (picture: string) =>
    new Map([
      ['index.html', bytes(`<img src="/pictures/${picture}.webp" srcset="/pictures/${picture}-800.webp 800w">`)],
      [`pictures/${picture}.webp`, bytes('large')],
      [`pictures/${picture}-800.webp`, bytes('small')],
    ])
  await store.put('1-aaa', site('old'))
  await store.put('1-bbb', site('shown'))
  await store.switchTo('1-bbb')
  for (const object of objects.values()) object.lastModified = new Date(NOW - 30 * DAY_MS)
  const { hashed } = await sweep(shelf, { editions: [], now: NOW })
  expect(hashed.toSorted()).toEqual(['pictures/old-800.webp', 'pictures/old.webp'])
  expect(objects.has('shared/pictures/shown-800.webp')).toBe(true)
})

test('an empty store has nothing to sweep', async () => {
  expect(await sweep(openFolderShelf(folder), { editions: [1], now: NOW })).toEqual({ sites: [], hashed: [] })
})

test('in a bucket the same goes and stays', async () => {
  const { store, shelf, objects } = await openedStore()
  const site = (style: string) =>
    new Map([
      ['index.html', bytes(`<link href="/_astro/${style}.css">`)],
      [`_astro/${style}.css`, bytes(`src: url(/_astro/${style}.woff2)`)],
      [`_astro/${style}.woff2`, bytes('font')],
    ])
  await store.put('1-aaa', site('old'))
  await store.put('2-bbb', site('served'))
  expect(await shelf.served()).toBeUndefined()
  await store.switchTo('2-bbb')
  for (const object of objects.values()) object.lastModified = new Date(NOW - 30 * DAY_MS)
  await store.put('1-ccc', site('new'))
  await sweep(shelf, { editions: [1], now: NOW })
  expect([...objects.keys()].toSorted()).toEqual([
    ...['new.css', 'new.woff2', 'served.css', 'served.woff2'].map((name) => `shared/_astro/${name}`),
    ...['1-ccc', '2-bbb'].map((name) => `sites/${name}/index.html`),
  ])
})
