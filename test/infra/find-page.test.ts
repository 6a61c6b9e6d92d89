import { expect, test } from 'vitest'
import { fileOf } from '#publisher/file-names.ts'
import { answerMissing, findPage } from './edge.ts'

const files = ['index.html', 'perks.html', 'promise.html', 'tiers/gold.html', 'mark.svg', '404.html']
const published = new Map([['current', JSON.stringify({ site: '2-3f9ac1d07be4', files })]])
const MISSING = { uri: '/sites/2-3f9ac1d07be4/404.html', headers: {} }

test.each(['/', '/index.html', '/perks', '/tiers/gold', '/promise', '/mark.svg'])(
  '%s is found in the site that is served, under the name it was put down with',
  async (uri) => {
    expect(await findPage(published, uri)).toMatchObject({ uri: `/sites/2-3f9ac1d07be4/${fileOf(uri)}` })
  },
)

test('hashed files are shared by all sites', async () => {
  const found = await findPage(published, '/_astro/page.Coi4COVk.css')
  expect(found).toMatchObject({ uri: '/shared/_astro/page.Coi4COVk.css' })
  const picture = await findPage(published, '/pictures/0123456789abcdef01234567.webp')
  expect(picture).toMatchObject({ uri: '/shared/pictures/0123456789abcdef01234567.webp' })
})

test.each(['/nowhere', '/tiers/platinum', '/perks/', '/wp-admin.php', '//', '/../1-old/index.html', '/%2e%2e/current'])(
  '%s, which the site does not have, leads to the page that says so',
  async (uri) => {
    expect(await findPage(published, uri)).toEqual(MISSING)
  },
)

test('what is missing in a language leads to the page that says so in it', async () => {
  const bilingual = new Map([['current', JSON.stringify({ site: '2-3f9ac1d07be4', files: [...files, 'de/404.html'] })]])
  const inGerman = { uri: '/sites/2-3f9ac1d07be4/de/404.html', headers: {} }
  expect(await findPage(bilingual, '/de/nirgends')).toEqual(inGerman)
  expect(await findPage(bilingual, '/de/404')).toEqual(inGerman)
  expect(await findPage(bilingual, '/nowhere')).toEqual(MISSING)
})

test('the page for missing addresses is asked for whole, so that it can be given its status', async () => {
  const headers = { 'if-none-match': { value: '"a"' }, range: { value: 'bytes=0-9' }, accept: { value: 'text/html' } }
  expect(await findPage(published, '/nowhere', { ...headers })).toEqual({
    ...MISSING,
    headers: { accept: headers.accept },
  })
  expect(await findPage(published, '/perks', { ...headers })).toMatchObject({ headers })
})

test('before anything is published visitors are told to come back, instead of an error of the edge', async () => {
  const answer = await findPage(new Map(), '/')
  expect(answer).toMatchObject({ statusCode: 503, body: expect.stringMatching(/as soon as .* is published/) })
  expect(answer.headers).toMatchObject({ 'retry-after': { value: '60' }, 'cache-control': { value: 'no-store' } })
})

test('what the bucket marks as missing is answered with 404, and the mark goes no further', async () => {
  const type = { value: 'text/html; charset=utf-8' }
  const headers = { 'x-amz-meta-status': { value: '404' }, 'content-type': type }
  expect(await answerMissing({ statusCode: 200, headers })).toEqual({
    ...{ statusCode: 404, statusDescription: 'Not Found', headers: { 'content-type': type } },
  })
})

test('every other answer stays as it was', async () => {
  const answer = { statusCode: 304, headers: { etag: { value: '"a"' } } }
  expect(await answerMissing(structuredClone(answer))).toEqual(answer)
})
