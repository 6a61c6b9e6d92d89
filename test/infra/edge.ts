import { readFileSync } from 'node:fs'

export interface EdgeRequest {
  uri: string
  headers: Record<string, { value: string }>
}

export interface EdgeResponse {
  statusCode: number
  statusDescription?: string
  headers: Record<string, { value: string }>
  body?: string
}

type Handler<Event, Answer> = (event: Event) => Answer | Promise<Answer>

/** A function of the edge as CloudFront runs it: one script, whose one import is given here. */
function load<Event, Answer>(file: string, keys: ReadonlyMap<string, string>): Handler<Event, Answer> {
  const script = readFileSync(new URL(`../../infra/${file}`, import.meta.url), 'utf8')
  return new Function('cf', `${script.replace(/^import .*$/m, '')}\nreturn handler`)({ kvs: () => reader(keys) })
}

/** What `cloudfront` gives a function to read its store with. */
const reader = (keys: ReadonlyMap<string, string>) => ({
  exists: async (key: string) => keys.has(key),
  get: async (key: string, { format = 'string' } = {}) => {
    const value = keys.get(key)
    if (value === undefined) throw new Error('KeyNotFound')
    return format === 'json' ? JSON.parse(value) : value
  },
})

/** Where the edge looks for an address, or what it answers by itself. */
export function findPage(keys: ReadonlyMap<string, string>, uri: string, headers: EdgeRequest['headers'] = {}) {
  const handler = load<{ request: EdgeRequest }, EdgeRequest | EdgeResponse>('find-page.js', keys)
  return handler({ request: { uri, headers } })
}

/** What becomes of an answer of the bucket. */
export function answerMissing(response: EdgeResponse) {
  return load<{ response: EdgeResponse }, EdgeResponse>('answer-missing.js', new Map())({ response })
}
