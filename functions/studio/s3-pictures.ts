import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { isPictureName, type PictureStore } from './picture-store.ts'

/** A folder of the pages' bucket that the distribution does not serve. The publisher reads it, too. */
const FOLDER = 'pictures/'

/** Pictures in a bucket. */
export const openS3Pictures = (client: S3Client, bucket: string): PictureStore => ({
  async put(file, bytes) {
    const object = { Bucket: bucket, Key: FOLDER + file, Body: bytes, ContentType: 'image/webp' }
    await client.send(new PutObjectCommand(object))
  },

  async read(file) {
    if (!isPictureName(file)) return undefined
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: FOLDER + file }))
      return await Body?.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  },
})
