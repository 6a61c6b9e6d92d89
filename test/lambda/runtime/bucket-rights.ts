import type { AwsRequest } from './aws-request.ts'
import type { Right } from './policy.ts'

/** The rights that a request to S3 takes ("Actions, resources, and condition keys for Amazon S3"). */
export function bucketRights({ method, host: bucket, path, query, headers }: AwsRequest): readonly Right[] {
  const key = path.slice(1)
  if (key === '') return [listing(bucket, method, query)]
  const resource = `arn:aws:s3:::${bucket}/${key}`
  const rights: Right[] = [{ action: `s3:${actionOf(method, query)}`, resource }]
  if (headers['x-amz-object-lock-mode'] !== undefined) rights.push({ action: 's3:PutObjectRetention', resource })
  return rights
}

function listing(bucket: string, method: string, query: URLSearchParams): Right {
  if (method !== 'GET' || !query.has('list-type')) {
    throw new Error(`The functions ask a bucket for ${method} ?${query}, which is new: say here what rights it takes.`)
  }
  const about = { 's3:prefix': [query.get('prefix') ?? ''] }
  return { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}`, about }
}

/** Uploads in parts need the right to put; everything about one version has rights of its own. */
function actionOf(method: string, query: URLSearchParams): string {
  for (const sub of ['retention', 'legal-hold', 'tagging', 'acl']) {
    if (query.has(sub))
      throw new Error(`The functions ask for the ${sub} of an object, which is new: say here what rights it takes.`)
  }
  const version = query.has('versionId') ? 'Version' : ''
  switch (method) {
    case 'GET':
    case 'HEAD':
      return `GetObject${version}`
    case 'PUT':
    case 'POST':
      return 'PutObject'
    default:
      return query.has('uploadId') ? 'AbortMultipartUpload' : `DeleteObject${version}`
  }
}
