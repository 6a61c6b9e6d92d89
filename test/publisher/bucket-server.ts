import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface StoredObject {
  readonly body: Buffer
  readonly headers: NodeJS.Dict<string | string[]>
}

/** As much of S3 as putting, getting and asking for an object takes, over real HTTP; it ends with the test. */
export async function startBucket(bucket: string): Promise<{ endpoint: string; objects: Map<string, StoredObject> }> {
  const objects = new Map<string, StoredObject>()
  const server = createServer(async (request, response) => {
    const key = new URL(request.url ?? '', 'http://s3').pathname.replace(`/${bucket}/`, '')
    if (request.method === 'PUT') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      objects.set(key, { body: Buffer.concat(chunks), headers: request.headers })
      response.end()
      return
    }
    const found = objects.get(key)
    if (found) response.end(request.method === 'HEAD' ? undefined : found.body)
    else response.writeHead(404).end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, objects }
}
