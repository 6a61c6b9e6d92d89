import { describe, expect, test } from 'vitest'
import { staticPages } from '#local/static-pages.ts'
import type { PageFile, PageStore } from '#publisher/page-store.ts'

const page = (text: string, immutable = false): PageFile => ({
  bytes: new TextEncoder().encode(text),
  type: 'text/html; charset=utf-8',
  immutable,
})
const FILES: Readonly<Record<string, PageFile>> = {
  '/': page('home'),
  '/404': page('not here'),
  '/de/404': page('nicht hier'),
  '/_astro/site.Ab1.css': page('css', true),
}
const store: PageStore = { put: async () => {}, switchTo: async () => {}, read: async (path) => FILES[path] }
const app = staticPages(store)

describe('the published pages', () => {
  test('are asked for anew each time, and not sent again while they are the same', async () => {
    const response = await app.request('/')
    expect([await response.text(), response.headers.get('cache-control')]).toEqual(['home', 'no-cache'])
    const again = await app.request('/', { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('files with a fingerprint in their name are kept for ever', async () => {
    const { headers } = await app.request('/_astro/site.Ab1.css')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  test('what is not there in a language is said in it', async () => {
    const response = await app.request('/de/nirgends')
    expect([response.status, await response.text()]).toEqual([404, 'nicht hier'])
  })

  test('what is not there has a page of its own, and never the status of one that is', async () => {
    const response = await app.request('/nowhere')
    expect([response.status, await response.text()]).toEqual([404, 'not here'])
    const etag = response.headers.get('etag') ?? ''
    expect((await app.request('/nowhere', { headers: { 'if-none-match': etag } })).status).toBe(404)
  })
})
