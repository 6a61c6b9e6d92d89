/** A field at fault, as a problem lists it. */
export interface Fault {
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

/** What came of asking finance's part of the API for something. */
export type Answer<T> =
  | { readonly kind: 'here'; readonly body: T }
  /** It is settled that this does not happen; `detail` says why and what would change it. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly detail: string
      readonly errors: readonly Fault[]
    }
  | { readonly kind: 'signed-out' }
  /** No connection, no answer in time, or something wrong on the other side: it may have happened or not. */
  | { readonly kind: 'unknown'; readonly detail: string }

/** Reports over many members take their time; an invoice's part is booked line by line. */
const PATIENCE_MS = 60_000

const OURS = { 'X-Requested-With': 'cleartier' }

export interface Sent {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  /** JSON, or the text of a CSV file. */
  readonly body?: object | string
  /** The version that was seen. */
  readonly ifMatch?: number
}

/** GETs JSON below /api/v1/finance. */
export const ask = <T>(path: string): Promise<Answer<T>> => answerTo<T>(path, { headers: OURS })

/** Sends something below /api/v1/finance. */
export function send<T>(path: string, { method, body, ifMatch }: Sent): Promise<Answer<T>> {
  const type = typeof body === 'string' ? 'text/csv' : 'application/json'
  const headers = {
    ...OURS,
    ...(body !== undefined && { 'Content-Type': type }),
    ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
  }
  const text = typeof body === 'object' ? JSON.stringify(body) : body
  return answerTo<T>(path, { method, headers, ...(text !== undefined && { body: text }) })
}

/** What is shown in place of what was asked for. */
export function troubleOf(answer: Exclude<Answer<never>, { kind: 'here' }>): string {
  switch (answer.kind) {
    case 'signed-out':
      return 'You are no longer signed in. Sign in in another window and do this again: what stands here stays.'
    case 'refused':
    case 'unknown':
      return answer.detail
    default:
      return answer satisfies never
  }
}

/** Does something with what came; anything else passes untouched. */
export const mapped = <T, U>(answer: Answer<T>, to: (body: T) => U): Answer<U> =>
  answer.kind === 'here' ? { kind: 'here', body: to(answer.body) } : answer

async function answerTo<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1/finance${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    if (response.ok) return { kind: 'here', body: (await response.json()) as T }
    if (response.status === 401) return { kind: 'signed-out' }
    const problem = (await response.json().catch(() => ({}))) as Partial<
      Omit<Answer<never> & { kind: 'refused' }, 'kind'>
    >
    const { detail = 'Something went wrong on the other side. Try again.', code = '', errors = [] } = problem
    if (response.status >= 500 || response.status === 429) return { kind: 'unknown', detail }
    return { kind: 'refused', status: response.status, code, detail, errors }
  } catch {
    return { kind: 'unknown', detail: 'There is no connection to the shop’s system. Try again once it is back.' }
  }
}
