import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import type { Archive } from './archive.ts'

/** What is sent at once; S3 wants at least 5 MB of every part but the last. */
const PART_BYTES = 8 * 1024 * 1024

/**
 * An archive in a bucket, laid out as the folder one: `<month>/<attempt>/<file>`. That nothing is changed or taken away is
 * the bucket's own doing (`infra/archive.ts`); here an object that is there already is not written again.
 */
export function openS3Archive(client: S3Client, bucket: string): Archive {
  const place = (month: string, attempt: string, file: string) => ({
    Bucket: bucket,
    Key: `${month}/${attempt}/${file}`,
  })
  return {
    async put(month, attempt, file, content) {
      const parts = partsOf(content)
      const first = await parts.next()
      const second = await parts.next()
      const to = place(month, attempt, file)
      if (!second.value) {
        const Body = first.value ?? Buffer.alloc(0)
        await client.send(new PutObjectCommand({ ...to, Body, IfNoneMatch: '*', ChecksumAlgorithm: 'SHA256' }))
        return
      }
      await inParts(client, to, [first.value, second.value, parts])
    },
    month: (month, attempt) => ({
      async read(file) {
        try {
          const { Body } = await client.send(new GetObjectCommand(place(month, attempt, file)))
          return Body as AsyncIterable<Uint8Array> | undefined
        } catch (error) {
          if (error instanceof NoSuchKey) return undefined
          throw error
        }
      },
    }),
  }
}

type Parts = AsyncGenerator<Buffer, undefined>

async function inParts(
  client: S3Client,
  to: { readonly Bucket: string; readonly Key: string },
  [first, second, rest]: readonly [Buffer | undefined, Buffer, Parts],
): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...to, ChecksumAlgorithm: 'SHA256' }))
  const Parts: { PartNumber: number; ETag: string | undefined; ChecksumSHA256: string | undefined }[] = []
  const send = async (Body: Buffer) => {
    const PartNumber = Parts.length + 1
    const part = { ...to, UploadId, PartNumber, Body, ChecksumAlgorithm: 'SHA256' } as const
    const { ETag, ChecksumSHA256 } = await client.send(new UploadPartCommand(part))
    Parts.push({ PartNumber, ETag, ChecksumSHA256 })
  }
  if (first) await send(first)
  await send(second)
  for await (const part of rest) await send(part)
  const MultipartUpload = { Parts }
  await client.send(new CompleteMultipartUploadCommand({ ...to, UploadId, MultipartUpload, IfNoneMatch: '*' }))
}

/** Content cut anew, into parts of {@link PART_BYTES} and a rest. */
async function* partsOf(content: AsyncIterable<Uint8Array>): Parts {
  let [chunks, bytes]: [Uint8Array[], number] = [[], 0]
  for await (const chunk of content) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes < PART_BYTES) continue
    yield Buffer.concat(chunks)
    ;[chunks, bytes] = [[], 0]
  }
  if (bytes > 0) yield Buffer.concat(chunks)
}
