import { expect, it } from 'vitest'
import { publishSite } from '#publisher/publish-site.ts'
import { alone } from '#publisher/render-site.ts'
import type { SiteBundle } from '#publisher/site-bundle.ts'
import { answerMissing, type EdgeRequest, findPage } from '../infra/edge.ts'
import { openedStore } from './opened-store.ts'
import { OTHER_EDITION } from './programs.ts'

const bundle: SiteBundle = {
  assets: new Map([
    ['_astro/page.one.css', Buffer.from('css')],
    ['mark.svg', Buffer.from('<svg/>')],
  ]),
  render: async (path, { edition }) =>
    new Response(`<html>${path} of ${edition.edition}</html>`, { status: path === '/404' ? 404 : 200 }),
}

/** Publishing as in AWS, and looking pages up as CloudFront does: by its own functions, in what the publisher put. */
async function site() {
  const { store, objects, pointer } = await openedStore()
  const visit = async (path: string) => {
    const { uri } = (await findPage(pointer.keys, path)) as EdgeRequest
    const found = objects.get(uri.slice(1))
    if (!found) throw new Error(`The edge looks for ${uri}, which nobody put down.`)
    const marks = Object.entries(found.headers).filter(([name]) => name.startsWith('x-amz-meta-'))
    const headers = Object.fromEntries(marks.map(([name, value]) => [name, { value: String(value) }]))
    const { statusCode } = await answerMissing({ statusCode: 200, headers })
    return [statusCode, found.body.toString()]
  }
  return { visit, publish: (edition: number) => publishSite(store, bundle, alone({ ...OTHER_EDITION, edition })) }
}

it('customers get every page of an edition as soon as it is published, and those of the next after it', async () => {
  const { visit, publish } = await site()
  await publish(1)
  for (const path of ['/', '/perks', '/promise', '/standing', '/tiers/river']) {
    expect(await visit(path)).toEqual([200, `<html>${path} of 1</html>`])
  }
  await publish(2)
  expect(await visit('/perks')).toEqual([200, '<html>/perks of 2</html>'])
})

it('the files that pages refer to are found, also those of an older edition', async () => {
  const { visit, publish } = await site()
  await publish(1)
  await publish(2)
  expect(await visit('/_astro/page.one.css')).toEqual([200, 'css'])
  expect(await visit('/mark.svg')).toEqual([200, '<svg/>'])
})

it('an address without a page is answered with our own page and 404', async () => {
  const { visit, publish } = await site()
  await publish(1)
  for (const path of ['/nowhere', '/tiers/moon', '/404']) {
    expect(await visit(path)).toEqual([404, '<html>/404 of 1</html>'])
  }
})
