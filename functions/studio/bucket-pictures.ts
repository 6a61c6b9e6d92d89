import { S3Client } from '@aws-sdk/client-s3'
import type { PictureStore } from './picture-store.ts'
import { openS3Pictures } from './s3-pictures.ts'

/** The pictures in a bucket, reached with the rights of whoever runs this. */
export const bucketPictures = (bucket: string): PictureStore => openS3Pictures(new S3Client(), bucket)
