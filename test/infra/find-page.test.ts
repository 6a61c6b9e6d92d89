import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileOf } from '#publisher/file-names.ts'

/** The edge's function as CloudFront runs it: one script with one import, which is given here. */
const script = readFileSync(new URL('../../infra/find-page.js', import.meta.url), 'utf8')
const load = new Function('cf', `${script.replace(/^import .*$/m, '')}\nreturn handler`)
type Handler = (event: { request: { uri: string } }) => Promise<{ uri: string }>
const handler: Handler = load({
  kvs: () => ({ get: async (key: string) => (key === 'current' ? '2-3f9ac1d07be4' : '') }),
})

test.each(['/', '/perks', '/tiers/gold', '/promise', '/favicon.ico', '/robots.txt'])(
  '%s is found in the site that is served, under the name it was put down with',
  async (uri) => {
    expect(await handler({ request: { uri } })).toEqual({ uri: `/sites/2-3f9ac1d07be4/${fileOf(uri)}` })
  },
)

test('hashed files are shared by all sites', async () => {
  const found = await handler({ request: { uri: '/_astro/page.Coi4COVk.css' } })
  expect(found).toEqual({ uri: '/shared/_astro/page.Coi4COVk.css' })
})
