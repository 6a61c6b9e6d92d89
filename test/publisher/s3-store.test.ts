import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { S3Client } from '@aws-sdk/client-s3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PageStore } from '#publisher/page-store.ts'
import { openS3Store } from '#publisher/s3-store.ts'

/** As much of S3 as putting, getting and asking for an object takes, over real HTTP. */
function bucketServer(
  objects: Map<string, { readonly body: Buffer; readonly headers: NodeJS.Dict<string | string[]> }>,
) {
  return createServer(async (request, response) => {
    const key = new URL(request.url ?? '', 'http://s3').pathname.replace('/pages/', '')
    if (request.method === 'PUT') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      objects.set(key, { body: Buffer.concat(chunks), headers: request.headers })
      response.end()
      return
    }
    const found = objects.get(key)
    if (found) response.end(request.method === 'HEAD' ? undefined : found.body)
    else response.writeHead(404).end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>')
  })
}

const objects: Parameters<typeof bucketServer>[0] = new Map()
let server: Server
let client: S3Client
let store: PageStore

beforeEach(async () => {
  objects.clear()
  server = bucketServer(objects)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  client = new S3Client({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forcePathStyle: true,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    maxAttempts: 1,
  })
  store = openS3Store(client, 'pages')
})
afterEach(async () => {
  client.destroy()
  await new Promise((resolve) => server.close(resolve))
})

const files = new Map([
  ['index.html', Buffer.from('<html></html>')],
  ['_astro/page.one.css', Buffer.from('css')],
])

it('serves a site from the moment of the switch, and not before', async () => {
  await store.put('1-abc', files)
  expect(await store.read('/')).toBeUndefined()
  await store.switchTo('1-abc')
  expect(await store.read('/')).toMatchObject({ type: 'text/html; charset=utf-8', immutable: false })
  expect(await store.read('/_astro/page.one.css')).toMatchObject({ type: 'text/css; charset=utf-8', immutable: true })
  expect(await store.read('/nowhere')).toBeUndefined()
})

it('lets hashed files be kept for ever, and pages be asked for again', async () => {
  await store.put('1-abc', files)
  expect(objects.get('shared/_astro/page.one.css')?.headers['cache-control']).toContain('immutable')
  expect(objects.get('sites/1-abc/index.html')?.headers['cache-control']).toBe('no-cache')
})

it('does not switch to a site that was never put down', async () => {
  await expect(store.switchTo('7-nothing')).rejects.toThrow('There is no site "7-nothing" in pages')
  expect(objects.size).toBe(0)
})

it('passes on what it does not know: a bucket out of reach is not an empty one', async () => {
  await new Promise((resolve) => server.close(resolve))
  await expect(store.read('/')).rejects.toThrow()
})
