import { createReadStream, type ReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { ArchivedMonth } from '#ledger/seal/archive.ts'

/** A ZIP file that cannot be read. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault'
}

interface Member {
  readonly method: number
  readonly packedBytes: number
  /** Where its own header begins. */
  readonly at: number
}

const END = 0x06054b50
const END_BYTES = 22
const DIRECTORY = 0x02014b50
const DIRECTORY_BYTES = 46
const HEADER = 0x04034b50
const HEADER_BYTES = 30
const LONGEST_COMMENT = 65_535
const STORED = 0
const DEFLATED = 8

/**
 * A month's archive in a ZIP file (below 4 GB), found by its directory, so that a file is read without reading all before
 * it. Files may lie in a folder within. Throws {@link ZipFault}.
 */
export async function openMonthZip(path: string): Promise<ArchivedMonth> {
  const members = await membersOf(path)
  return {
    async read(file) {
      const name = [...members.keys()].find((one) => one === file || one.endsWith(`/${file}`))
      const member = name === undefined ? undefined : members.get(name)
      return member && contentOf(path, member)
    },
  }
}

async function membersOf(path: string): Promise<ReadonlyMap<string, Member>> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = await read(
      file,
      Math.max(0, size - END_BYTES - LONGEST_COMMENT),
      Math.min(size, END_BYTES + LONGEST_COMMENT),
    )
    const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'))
    if (end < 0 || tail.length - end < END_BYTES || tail.readUInt32LE(end) !== END) throw noZip(path)
    const directory = await read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
    return parsedDirectory(directory, tail.readUInt16LE(end + 10))
  } catch (error) {
    throw error instanceof RangeError ? noZip(path) : error
  } finally {
    await file.close()
  }
}

function parsedDirectory(directory: Buffer, count: number): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>()
  for (let [nth, at] = [0, 0]; nth < count; nth++) {
    if (directory.readUInt32LE(at) !== DIRECTORY) throw new RangeError('That is no entry of a directory.')
    const names = at + DIRECTORY_BYTES
    const nameBytes = directory.readUInt16LE(at + 28)
    members.set(directory.toString('utf8', names, names + nameBytes), {
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      at: directory.readUInt32LE(at + 42),
    })
    at = names + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return members
}

async function contentOf(path: string, { method, packedBytes, at }: Member): Promise<AsyncIterable<Uint8Array>> {
  const file = await open(path)
  const header = await read(file, at, HEADER_BYTES).finally(() => file.close())
  if (header.length < HEADER_BYTES || header.readUInt32LE(0) !== HEADER) throw noZip(path)
  if (method !== STORED && method !== DEFLATED) throw noZip(path)
  if (packedBytes === 0) return nothing()
  const start = at + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = createReadStream(path, { start, end: start + packedBytes - 1 })
  return method === STORED ? packed : inflated(packed, path)
}

async function* inflated(packed: ReadStream, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* pipeline(packed, createInflateRaw(), () => {})
  } catch {
    throw noZip(path)
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

const noZip = (path: string) => new ZipFault(`${path} is no ZIP file, or a damaged one. Download it again.`)
