import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore'
import { S3Client } from '@aws-sdk/client-s3'
import { onTestFinished } from 'vitest'
import { openKeyValuePointer } from '#publisher/key-value-pointer.ts'
import { openS3Shelf } from '#publisher/s3-shelf.ts'
import { openS3Store } from '#publisher/s3-store.ts'
import { startBucket } from './bucket-server.ts'
import { STORE_ARN, startKeyValueStore } from './key-value-server.ts'

const aws = { region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }

/** The store as the publisher has it, with the real clients, before an empty bucket and an empty pointer. */
export async function openedStore() {
  const { endpoint, objects } = await startBucket('pages')
  const pointer = await startKeyValueStore()
  const s3 = new S3Client({
    ...{ ...aws, endpoint, forcePathStyle: true },
    ...{ requestChecksumCalculation: 'WHEN_REQUIRED', maxAttempts: 1 },
  })
  const keyValues = new CloudFrontKeyValueStoreClient({ ...aws, endpoint: pointer.endpoint })
  onTestFinished(() => {
    s3.destroy()
    keyValues.destroy()
  })
  const keyValue = openKeyValuePointer(keyValues, STORE_ARN)
  const shelf = openS3Shelf(s3, 'pages', keyValue)
  return { store: openS3Store(s3, 'pages', keyValue), shelf, objects, pointer }
}
