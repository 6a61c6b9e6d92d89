import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { expect, onTestFinished, test } from 'vitest'
import { openFolderPictures } from '#studio/folder-pictures.ts'
import { openS3Pictures } from '#studio/s3-pictures.ts'
import { startBucket } from '../publisher/bucket-server.ts'

const NAME = '0123456789abcdef01234567.webp'

test('a folder gives back what was put, and nothing beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const pictures = openFolderPictures(join(folder, 'pictures'))
  expect(await pictures.read(NAME)).toBeUndefined()
  await pictures.put(NAME, Buffer.from('points'))
  await pictures.put(NAME, Buffer.from('points'))
  expect(Buffer.from((await pictures.read(NAME)) ?? []).toString()).toBe('points')
  expect(await pictures.read(`../pictures/${NAME}`)).toBeUndefined()
})

test('a bucket keeps them in a folder of their own', async () => {
  const { endpoint, objects } = await startBucket('pages')
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = new S3Client({ endpoint, credentials, region: 'eu-west-1', forcePathStyle: true })
  onTestFinished(() => client.destroy())
  const pictures = openS3Pictures(client, 'pages')
  await pictures.put(NAME, Buffer.from('points'))
  expect([...objects.keys()]).toEqual([`pictures/${NAME}`])
  expect(Buffer.from((await pictures.read(NAME)) ?? []).toString()).toBe('points')
  expect(await pictures.read('../secrets')).toBeUndefined()
})
