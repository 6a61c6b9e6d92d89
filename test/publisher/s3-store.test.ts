import { S3Client } from '@aws-sdk/client-s3'
import { expect, it, onTestFinished } from 'vitest'
import { openS3Store } from '#publisher/s3-store.ts'
import { startBucket } from './bucket-server.ts'

function storeAt(endpoint: string) {
  const client = new S3Client({
    endpoint,
    forcePathStyle: true,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    maxAttempts: 1,
  })
  onTestFinished(() => client.destroy())
  return openS3Store(client, 'pages')
}

const files = new Map([
  ['index.html', Buffer.from('<html></html>')],
  ['_astro/page.one.css', Buffer.from('css')],
])

it('serves a site from the moment of the switch, and not before', async () => {
  const store = storeAt((await startBucket('pages')).endpoint)
  await store.put('1-abc', files)
  expect(await store.read('/')).toBeUndefined()
  await store.switchTo('1-abc')
  expect(await store.read('/')).toMatchObject({ type: 'text/html; charset=utf-8', immutable: false })
  expect(await store.read('/_astro/page.one.css')).toMatchObject({ type: 'text/css; charset=utf-8', immutable: true })
  expect(await store.read('/nowhere')).toBeUndefined()
})

it('lets hashed files be kept for ever, and pages be asked for again', async () => {
  const { endpoint, objects } = await startBucket('pages')
  await storeAt(endpoint).put('1-abc', files)
  expect(objects.get('shared/_astro/page.one.css')?.headers['cache-control']).toContain('immutable')
  expect(objects.get('sites/1-abc/index.html')?.headers['cache-control']).toBe('no-cache')
})

it('does not switch to a site that was never put down', async () => {
  const { endpoint, objects } = await startBucket('pages')
  await expect(storeAt(endpoint).switchTo('7-nothing')).rejects.toThrow('There is no site "7-nothing" in pages')
  expect(objects.size).toBe(0)
})

it('passes on what it does not know: a bucket out of reach is not an empty one', async () => {
  await expect(storeAt('http://127.0.0.1:1').read('/')).rejects.toThrow()
})
