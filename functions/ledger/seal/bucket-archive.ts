import { S3Client } from '@aws-sdk/client-s3'
import type { Archive } from './archive.ts'
import { openS3Archive } from './s3-archive.ts'

/** The archive in a bucket, reached with the rights of whoever runs this. */
export const bucketArchive = (bucket: string): Archive => openS3Archive(new S3Client(), bucket)
