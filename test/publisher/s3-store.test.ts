import { describe, expect, it } from 'vitest'
import { openedStore } from './opened-store.ts'

const files = new Map([
  ['index.html', Buffer.from('<html></html>')],
  ['404.html', Buffer.from('<html></html>')],
  ['_astro/page.one.css', Buffer.from('css')],
])

describe('a site in a bucket', () => {
  it('lets hashed files be kept for ever, and pages be asked for again', async () => {
    const { store, objects } = await openedStore()
    await store.put('1-abc', files)
    expect(objects.get('shared/_astro/page.one.css')?.headers['cache-control']).toContain('immutable')
    expect(objects.get('sites/1-abc/index.html')?.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
    })
  })

  it('is pointed to from the moment of the switch and not before, with its pages and no hashed files', async () => {
    const { store, pointer } = await openedStore()
    await store.put('1-abc', files)
    expect(pointer.keys.size).toBe(0)
    await store.switchTo('1-abc')
    const served = JSON.parse(pointer.keys.get('current') ?? '')
    expect(served).toEqual({ site: '1-abc', files: ['index.html', '404.html'] })
  })

  it('can be gone back to, without its files being put down again', async () => {
    const { store, pointer } = await openedStore()
    for (const site of ['1-abc', '2-def']) {
      await store.put(site, files)
      await store.switchTo(site)
    }
    await store.switchTo('1-abc')
    expect(pointer.keys.get('current')).toContain('"site":"1-abc"')
  })

  it('is not switched to when it was never put down', async () => {
    const { store, pointer } = await openedStore()
    await store.put('7-nothing-more', files)
    await expect(store.switchTo('7-nothing')).rejects.toThrow('There is no site "7-nothing" in pages')
    expect(pointer.keys.size).toBe(0)
  })

  it('is refused when its addresses are more than CloudFront keeps, and what is served stays', async () => {
    const { store, pointer } = await openedStore()
    await store.put('1-abc', files)
    await store.switchTo('1-abc')
    const tiers = Array.from({ length: 60 }, (_, n) => [`tiers/tier-number-${n}.html`, Buffer.from('')] as const)
    await store.put('2-def', new Map([...files, ...tiers]))
    await expect(store.switchTo('2-def')).rejects.toThrow(/62 pages of site "2-def" take 1\d{3} bytes.* keeps 1024/)
    expect(pointer.keys.get('current')).toContain('"site":"1-abc"')
  })
})

describe('two publishers at once', () => {
  it('leave one of them in force; the other is told, and its site is not served', async () => {
    const { store, pointer } = await openedStore()
    await store.put('2-mine', files)
    pointer.beforePut = () => pointer.put('current', '{"site":"3-theirs","files":["index.html"]}')
    await expect(store.switchTo('2-mine')).rejects.toThrow(
      'Somebody else published while site "2-mine" was about to be switched to.',
    )
    expect(pointer.keys.get('current')).toContain('3-theirs')
  })

  it('are not told of a conflict when they published the same', async () => {
    const { store, pointer } = await openedStore()
    await store.put('2-same', files)
    pointer.beforePut = () => pointer.put('current', '{"site":"2-same","files":["index.html","404.html"]}')
    await expect(store.switchTo('2-same')).resolves.toBeUndefined()
  })
})

describe('a switch whose answer is lost', () => {
  it('is asked for again and found done, not taken for somebody else’s', async () => {
    const { store, pointer } = await openedStore()
    await store.put('1-abc', files)
    pointer.loseNextAnswer = true
    await store.switchTo('1-abc')
    expect(pointer.keys.get('current')).toContain('"site":"1-abc"')
    expect(pointer.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2)
  })
})

it('signs for all regions, as a store that is everywhere asks for', async () => {
  const { store, pointer } = await openedStore()
  await store.put('1-abc', files)
  await store.switchTo('1-abc')
  for (const { headers } of pointer.requests) {
    expect(headers.authorization).toMatch(/^AWS4-ECDSA-P256-SHA256 /)
    expect(headers['x-amz-region-set']).toBe('*')
  }
})

it('says what CloudFront answered when it does not take the switch', async () => {
  const { store, pointer } = await openedStore()
  await store.put('1-abc', files)
  pointer.refusal = 'AccessDeniedException'
  await expect(store.switchTo('1-abc')).rejects.toThrow(/did not take the change \(AccessDeniedException: .+\)/)
  expect(pointer.keys.size).toBe(0)
})
