import dns from 'node:dns'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished, vi } from 'vitest'

export const STORE_ARN = 'arn:aws:cloudfront::123456789012:key-value-store/0a1b2c3d-example'

/** As much of CloudFront's key-value store as a pointer takes. */
class KeyValueStore {
  readonly keys = new Map<string, string>()
  /** Every request with its headers, oldest first. */
  readonly requests: IncomingMessage[] = []
  endpoint = ''
  /** Happens between the reading of the version and the next put. */
  beforePut: (() => void) | undefined
  /** The next put is done, and its connection breaks before the answer. */
  loseNextAnswer = false
  /** What every request is refused with, if it is. */
  refusal: string | undefined
  #version = 1

  /** As another publisher puts it. */
  put(key: string, value: string): void {
    this.keys.set(key, value)
    this.#version += 1
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests.push(request)
    const key = /\/keys\/(.+)$/.exec(request.url ?? '')?.[1]
    if (this.refusal) refuse(response, 403, this.refusal)
    else if (!key) this.#send(response)
    else if (request.method === 'PUT') await this.#takePut(key, request, response)
    else if (this.keys.has(key)) this.#send(response, { Key: key, Value: this.keys.get(key) })
    else refuse(response, 404, 'ResourceNotFoundException')
  }

  async #takePut(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.beforePut?.()
    this.beforePut = undefined
    if (request.headers['if-match'] !== this.#etag) return refuse(response, 409, 'ConflictException')
    this.put(key, JSON.parse(await text(request)).Value)
    if (!this.loseNextAnswer) return this.#send(response)
    this.loseNextAnswer = false
    request.socket.destroy()
  }

  #send(response: ServerResponse, body: object = {}): void {
    response.writeHead(200, { 'content-type': 'application/json', etag: this.#etag })
    response.end(JSON.stringify({ ItemCount: this.keys.size, TotalSizeInBytes: 0, ...body }))
  }

  get #etag(): string {
    return `KV${this.#version}`
  }
}

function refuse(response: ServerResponse, status: number, name: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': name })
  response.end(JSON.stringify({ Message: 'as CloudFront refuses it' }))
}

/** Starts an empty store behind real HTTP; it ends with the test. */
export async function startKeyValueStore(): Promise<KeyValueStore> {
  const store = new KeyValueStore()
  const server = createServer((request, response) => void store.answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  store.endpoint = `http://kvs.test:${(server.address() as AddressInfo).port}`
  findAccountsHere()
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return store
}

/** The client puts the account before the host's name: every such name is this machine until the test ends. */
function findAccountsHere(): void {
  const lookup = dns.lookup
  const here = (host: string, ...rest: unknown[]) =>
    Reflect.apply(lookup, dns, [host.endsWith('.kvs.test') ? '127.0.0.1' : host, ...rest])
  const spy = vi.spyOn(dns, 'lookup').mockImplementation(here as typeof lookup)
  onTestFinished(() => spy.mockRestore())
}
