import type { AwsAnswer, AwsRequest } from './aws-request.ts'

/** The buckets of an account: what lies in them, by "bucket/key". */
export class Buckets {
  readonly objects = new Map<string, { readonly body: Buffer; readonly type: string; readonly putAt: Date }>()

  /** The names of what lies in a bucket and begins with something. */
  keysIn(bucket: string, prefix = ''): readonly string[] {
    const begin = `${bucket}/${prefix}`
    return [...this.objects.keys()]
      .filter((name) => name.startsWith(begin))
      .map((name) => name.slice(bucket.length + 1))
  }

  /** `mayList`: whoever may not is told nothing of what is missing, either. */
  answer({ method, host: bucket, path, query, headers, body }: AwsRequest, mayList: boolean): AwsAnswer {
    if (path === '/') return this.#listed(bucket, query.get('prefix') ?? '')
    const name = bucket + path
    switch (method) {
      case 'PUT':
        if (headers['if-none-match'] === '*' && this.objects.has(name)) return fault(412, 'PreconditionFailed')
        this.objects.set(name, { body, type: headers['content-type'] ?? '', putAt: new Date() })
        return { headers: { ETag: '"1"' } }
      case 'DELETE':
        this.objects.delete(name)
        return { status: 204 }
      default: {
        const object = this.objects.get(name)
        if (!object) return mayList ? fault(404, 'NoSuchKey') : fault(403, 'AccessDenied')
        return { headers: { 'Content-Type': object.type }, body: object.body }
      }
    }
  }

  #listed(bucket: string, prefix: string): AwsAnswer {
    const contents = this.keysIn(bucket, prefix).map((key) => {
      const at = this.objects.get(`${bucket}/${key}`)?.putAt.toISOString()
      return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified></Contents>`
    })
    return { body: `<ListBucketResult><Name>${bucket}</Name>${contents.join('')}</ListBucketResult>` }
  }
}

/** As S3 says it, in XML. */
export const fault = (status: number, code: string): AwsAnswer => ({
  status,
  headers: { 'Content-Type': 'application/xml' },
  body: `<Error><Code>${code}</Code><Message>As S3 says it</Message></Error>`,
})
