import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Archive, wholeFile } from '#ledger/seal/archive.ts'
import { openFolderArchive } from '#ledger/seal/folder-archive.ts'
import { openS3Archive } from '#ledger/seal/s3-archive.ts'
import { startStub, stubbed } from './stub-server.ts'

const PIECE = Buffer.alloc(1_000_000, 'An entry. ')

async function* pieces(count: number) {
  for (let number = 0; number < count; number++) yield PIECE
}

function folder(): Archive {
  const path = mkdtempSync(join(tmpdir(), 'cleartier-archive-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return openFolderArchive(path)
}

/** As much of S3 as putting objects down, also in parts, and reading them takes. */
async function bucket(): Promise<{ archive: Archive; requests: string[] }> {
  const objects = new Map<string, Buffer>()
  const parts: Buffer[] = []
  const requests: string[] = []
  const endpoint = await startStub(({ method, url = '', headers }, body, response) => {
    const { pathname, searchParams } = new URL(url, 'http://s3')
    requests.push(`${method} ${[...searchParams.keys()].filter((key) => key !== 'x-id')}`.trim())
    const refuse = (status: number, code: string) => {
      response.statusCode = status
      response.write(`<Error><Code>${code}</Code></Error>`)
    }
    const isThere = headers['if-none-match'] === '*' && objects.has(pathname)
    if (method === 'GET') {
      const found = objects.get(pathname)
      if (found) response.write(found)
      else refuse(404, 'NoSuchKey')
    } else if (searchParams.has('uploads')) {
      response.write('<InitiateMultipartUploadResult><UploadId>u-1</UploadId></InitiateMultipartUploadResult>')
    } else if (searchParams.has('partNumber')) {
      parts[Number(searchParams.get('partNumber')) - 1] = body
      response.setHeader('etag', `"${searchParams.get('partNumber')}"`)
    } else if (isThere) {
      refuse(412, 'PreconditionFailed')
    } else if (searchParams.has('uploadId')) {
      objects.set(pathname, Buffer.concat(parts))
      response.write('<CompleteMultipartUploadResult/>')
    } else {
      objects.set(pathname, body)
    }
  })
  const client = new S3Client({ ...stubbed(endpoint), forcePathStyle: true })
  return { archive: openS3Archive(client, 'months'), requests }
}

describe.each([
  ['a folder', async () => folder()],
  ['a bucket', async () => (await bucket()).archive],
])('an archive in %s', (_, opened) => {
  test.each([0, 1, 19])('gives back what was put down, of %i pieces', async (count) => {
    const archive = await opened()
    await archive.put('2026-05', 'one', 'entries.jsonl', pieces(count))
    const given = await wholeFile(archive.month('2026-05', 'one'), 'entries.jsonl')
    expect(given?.equals(Buffer.concat(Array.from({ length: count }, () => PIECE)))).toBe(true)
  })

  test('has nothing where nothing was put down, and keeps attempts apart', async () => {
    const archive = await opened()
    await archive.put('2026-05', 'one', 'hashes.bin', pieces(1))
    expect(await wholeFile(archive.month('2026-05', 'one'), 'keys.json')).toBeUndefined()
    expect(await wholeFile(archive.month('2026-05', 'two'), 'hashes.bin')).toBeUndefined()
    expect(await wholeFile(archive.month('2026-06', 'one'), 'hashes.bin')).toBeUndefined()
  })

  test('never changes what is there, be it small or large', async () => {
    const archive = await opened()
    for (const [file, count] of [
      ['hashes.bin', 1],
      ['entries.jsonl', 19],
    ] as const) {
      await archive.put('2026-05', 'one', file, pieces(count))
      await expect(archive.put('2026-05', 'one', file, pieces(0))).rejects.toThrow()
      await expect(archive.put('2026-05', 'one', file, pieces(20))).rejects.toThrow()
      expect(await wholeFile(archive.month('2026-05', 'one'), file)).toHaveLength(count * PIECE.length)
    }
  })
})

test('a bucket takes a large file in parts of at least 8 MiB, and a small one at once', async () => {
  const { archive, requests } = await bucket()
  await archive.put('2026-05', 'one', 'entries.jsonl', pieces(19))
  expect(requests).toEqual(['POST uploads', ...Array(3).fill('PUT partNumber,uploadId'), 'POST uploadId'])
  requests.length = 0
  await archive.put('2026-05', 'one', 'hashes.bin', pieces(1))
  expect(requests).toEqual(['PUT'])
})
