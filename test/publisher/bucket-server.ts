import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface StoredObject {
  readonly body: Buffer
  readonly headers: NodeJS.Dict<string | string[]>
  /** When it was put; a test may make it older. */
  lastModified: Date
}

/** As much of S3 as putting, reading, listing and deleting objects takes, over real HTTP; it ends with the test. */
export async function startBucket(bucket: string): Promise<{ endpoint: string; objects: Map<string, StoredObject> }> {
  const objects = new Map<string, StoredObject>()
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3')
    const key = pathname.replace(`/${bucket}/`, '')
    if (request.method === 'PUT') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      objects.set(key, { body: Buffer.concat(chunks), headers: request.headers, lastModified: new Date() })
      response.end()
      return
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204).end()
      return
    }
    const object = objects.get(key)
    if (object) {
      response.end(object.body)
      return
    }
    const keys = [...objects.keys()].filter((key) => key.startsWith(searchParams.get('prefix') ?? ''))
    const contents = keys.map((name) => {
      const modified = objects.get(name)?.lastModified.toISOString()
      return `<Contents><Key>${name}</Key><LastModified>${modified}</LastModified></Contents>`
    })
    response.end(`<ListBucketResult><Name>${bucket}</Name>${contents.join('')}</ListBucketResult>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, objects }
}
