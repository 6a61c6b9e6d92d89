import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublishedEdition } from '#program/document.ts'
import { openFolderStore } from '#publisher/folder-store.ts'
import type { PageStore } from '#publisher/page-store.ts'
import { publishSite } from '#publisher/publish-site.ts'
import { alone } from '#publisher/render-site.ts'
import { loadBundle, type SiteBundle } from '#publisher/site-bundle.ts'
import { OTHER_EDITION } from './programs.ts'

let folder: string
let store: PageStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cleartier-pages-'))
  store = openFolderStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A build whose pages say which edition they are of; `assets` are hashed, as the real ones. */
const bundleOf = (asset: string, render?: SiteBundle['render']): SiteBundle => ({
  assets: new Map([[`_astro/page.${asset}.css`, new TextEncoder().encode(asset)]]),
  render:
    render ??
    (async (path, { edition }) =>
      new Response(`<html>${path} of ${edition.edition}</html>`, { status: path === '/404' ? 404 : 200 })),
})
const editionNumbered = (edition: number): PublishedEdition => ({ ...OTHER_EDITION, edition })
const textAt = async (path: string) => {
  const file = await store.read(path)
  return file && new TextDecoder().decode(file.bytes)
}

describe('publishing', () => {
  it('puts every page in force, and the next edition in the place of the one before', async () => {
    await publishSite(store, bundleOf('one'), alone(editionNumbered(1)))
    expect(await textAt('/')).toBe('<html>/ of 1</html>')
    await publishSite(store, bundleOf('two'), alone(editionNumbered(2)))
    for (const path of ['/', '/perks', '/tiers/river', '/404'])
      expect(await textAt(path)).toBe(`<html>${path} of 2</html>`)
  })

  it('keeps the hashed files of older sites for those who still have an older page open', async () => {
    await publishSite(store, bundleOf('one'), alone(editionNumbered(1)))
    await publishSite(store, bundleOf('two'), alone(editionNumbered(2)))
    expect(await store.read('/_astro/page.one.css')).toMatchObject({ immutable: true, type: 'text/css; charset=utf-8' })
  })

  it('changes nothing when a page fails, and says which one and why', async () => {
    await publishSite(store, bundleOf('one'), alone(editionNumbered(1)))
    const failing = bundleOf('two', async (path, { edition }) => {
      if (path === '/tiers/stone') return new Response('no such stone', { status: 422 })
      return new Response(`<html>${path} of ${edition.edition}</html>`, { status: path === '/404' ? 404 : 200 })
    })
    await expect(publishSite(store, failing, alone(editionNumbered(2)))).rejects.toThrow(
      'Edition 2: the page /tiers/stone could not be rendered: no such stone.',
    )
    expect(await textAt('/')).toBe('<html>/ of 1</html>')
    expect(await readdir(join(folder, 'sites'))).toHaveLength(1)
  })

  it.each([
    ['throws', () => Promise.reject(new Error('out of paper')), 'out of paper'],
    ['stops in the middle', async () => new Response('<html><p>Half a'), 'it ends in the middle'],
    ['is not found', async () => new Response('<html></html>', { status: 404 }), 'it answered 404, not 200'],
  ])('refuses a page that %s', async (_what, render, why) => {
    await expect(publishSite(store, bundleOf('one', render), alone(editionNumbered(1)))).rejects.toThrow(
      `Edition 1: the page / could not be rendered: ${why}.`,
    )
    expect(await store.read('/')).toBeUndefined()
  })

  it('refuses a tier whose id cannot be part of an address', async () => {
    const tiers = [{ id: '../../etc', name: 'Up' }]
    const edition = { ...OTHER_EDITION, document: { ...OTHER_EDITION.document, tiers } }
    await expect(publishSite(store, bundleOf('one'), alone(edition))).rejects.toThrow('cannot be the address of a page')
  })

  it('changes nothing when the files cannot be put down', async () => {
    await publishSite(store, bundleOf('one'), alone(editionNumbered(1)))
    const full = { ...store, put: () => Promise.reject(new Error('no space left on the device')) }
    await expect(publishSite(full, bundleOf('two'), alone(editionNumbered(2)))).rejects.toThrow('no space left')
    expect(await textAt('/')).toBe('<html>/ of 1</html>')
  })

  it('goes back to an earlier site by switching alone', async () => {
    const first = await publishSite(store, bundleOf('one'), alone(editionNumbered(1)))
    await publishSite(store, bundleOf('two'), alone(editionNumbered(2)))
    await store.switchTo(first)
    expect(await textAt('/')).toBe('<html>/ of 1</html>')
  })

  it('gives equal sites the same name, and others another', async () => {
    const name = await publishSite(store, bundleOf('one'), alone(editionNumbered(1)))
    expect(await publishSite(store, bundleOf('one'), alone(editionNumbered(1)))).toBe(name)
    expect(await publishSite(store, bundleOf('two'), alone(editionNumbered(1)))).not.toBe(name)
  })
})

describe('the folder of pages', () => {
  it('does not switch to a site that was never put down', async () => {
    await expect(store.switchTo('7-nothing')).rejects.toThrow('There is no site "7-nothing"')
  })

  it('serves nothing before anything is published', async () => {
    expect(await store.read('/')).toBeUndefined()
  })

  it.each([
    '/../current',
    '/%2e%2e/current',
    '/tiers/../../current',
    '/.hidden',
    '//etc/passwd',
    '/a\\b',
    '/nowhere',
    '/tiers',
  ])('serves nothing at %s', async (path) => {
    await publishSite(store, bundleOf('one'), alone(editionNumbered(1)))
    expect(await store.read(path)).toBeUndefined()
  })
})

describe('the build of the pages', () => {
  it('is asked for by name when it is not there', async () => {
    await expect(loadBundle(join(folder, 'nothing'))).rejects.toThrow('Build it with "npm run web"')
  })
})
