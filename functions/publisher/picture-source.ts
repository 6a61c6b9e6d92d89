import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3'

/** Gives a picture that was uploaded, by its name; undefined when there is none. */
export type PictureSource = (file: string) => Promise<Uint8Array | undefined>

/** The pictures that the studio put into the bucket (`functions/studio/s3-pictures.ts`). */
export const s3Pictures =
  (client: S3Client, bucket: string): PictureSource =>
  async (file) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: `pictures/${file}` }))
      return await Body?.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }
