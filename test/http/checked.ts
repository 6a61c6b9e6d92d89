import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'vitest'
import { openapi } from '#http/openapi.ts'
import { API_ROUTES } from '#local/api-routes.ts'

/** Something that answers requests: an app, or the whole house. */
export interface Answering {
  request(path: string, init?: RequestInit): Response | Promise<Response>
}

/** A response whose body has been read and found to be as documented. */
export interface Checked {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test names the fields it expects
  readonly body: any
}

const document = await openapi(API_ROUTES)
const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addSchema(document, 'openapi.json')

/**
 * Sends requests to an app and holds every response against the OpenAPI document: a status, a media type or a field that
 * it does not name fails the test. What is no route must be answered by a 404 problem.
 */
export function checked(app: Answering): (path: string, init?: RequestInit) => Promise<Checked> {
  return async (path, init = {}) => {
    const response = await app.request(`/api/v1${path}`, init)
    const text = await response.text()
    const body = text === '' ? undefined : JSON.parse(text)
    const pointer = documented((init.method ?? 'GET').toLowerCase(), path.split('?')[0] ?? '', response)
    if (pointer) expectValid(pointer, body, `${init.method ?? 'GET'} ${path} → ${response.status}`)
    return { status: response.status, headers: response.headers, body }
  }
}

interface Tree {
  readonly [name: string]: Tree
}

/** Where in the document the response's schema is; null for an answer without a body. */
function documented(method: string, path: string, response: Response): string | null {
  const paths = document.paths as Tree
  const template = Object.keys(paths).find((one) => paths[one]?.[method] && matches(one, path))
  if (template === undefined) {
    expect(response.status, `${method} ${path} is no route`).toBe(404)
    return '/components/schemas/Problem'
  }
  if (response.status === 304) return null
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const answer = paths[template]?.[method]?.responses?.[response.status]
  if (answer && !answer.content && mediaType === '') return null
  expect(Object.keys(answer?.content ?? {}), `${method} ${template} does not document ${response.status}`).toContain(
    mediaType,
  )
  return ['paths', template, method, 'responses', String(response.status), 'content', mediaType, 'schema']
    .map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('')
}

const matches = (template: string, path: string) =>
  new RegExp(`^${template.replace(/[.]/g, '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)

function expectValid(pointer: string, body: unknown, what: string): void {
  const validate = ajv.getSchema(`openapi.json#${pointer}`)
  if (!validate) throw new Error(`There is no schema at ${pointer}.`)
  validate(body)
  expect(validate.errors ?? [], `${what} is not as documented: ${JSON.stringify(body)}`).toEqual([])
}
