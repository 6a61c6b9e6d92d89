import { bodyOf } from './asked-rights.ts'
import { type AwsAnswer, type AwsRequest, json, refusal } from './aws-request.ts'

/** CloudFront's key-value store, which takes a value on condition that nobody else put one meanwhile. */
export class KeyValues {
  readonly values = new Map<string, string>()
  #version = 1

  answer(request: AwsRequest): AwsAnswer {
    const key = /\/keys\/(.+)$/.exec(request.path)?.[1]
    if (key === undefined) return this.#said({})
    if (request.method === 'PUT') return this.#put(key, request)
    const value = this.values.get(key)
    return value === undefined ? refusal(404, 'ResourceNotFoundException', key) : this.#said({ Key: key, Value: value })
  }

  #put(key: string, request: AwsRequest): AwsAnswer {
    if (request.headers['if-match'] !== `KV${this.#version}`) return refusal(409, 'ConflictException', key)
    this.values.set(key, String(bodyOf(request).Value))
    this.#version += 1
    return this.#said({})
  }

  #said(what: object): AwsAnswer {
    return json({ ItemCount: this.values.size, TotalSizeInBytes: 0, ...what }, { ETag: `KV${this.#version}` })
  }
}
