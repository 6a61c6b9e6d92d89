/** What came of asking the studio's API for something. */
export type Answer<T> =
  | { readonly kind: 'here'; readonly body: T }
  | { readonly kind: 'signed-out' }
  /** It is settled that this does not happen; `detail` says why and what would change it. */
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }
  /** It may have happened or not: no connection, no answer in time, or something wrong on the other side. */
  | { readonly kind: 'unknown'; readonly detail: string }

const PATIENCE_MS = 20_000

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: object
  /** The version that was seen of what is changed. */
  readonly version?: number
}

/** Asks for JSON below /api/v1. */
export async function ask<T>(path: string, { method = 'GET', body, version }: Asking = {}): Promise<Answer<T>> {
  const headers = {
    'X-Requested-With': 'cleartier',
    ...(body && { 'Content-Type': 'application/json' }),
    ...(version !== undefined && { 'If-Match': `"${version}"` }),
  }
  return answerTo<T>(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
}

/** Sends a file below /api/v1. */
export const sendFile = <T>(path: string, file: File): Promise<Answer<T>> =>
  answerTo<T>(path, {
    method: 'POST',
    headers: { 'X-Requested-With': 'cleartier', 'Content-Type': file.type },
    body: file,
  })

/** Whether a page below /api/v1 can be shown, before it is. */
export const tryPage = (path: string): Promise<Answer<string>> => answerTo(path, {}, (response) => response.text())

async function answerTo<T>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<T> = (response) => response.json() as Promise<T>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    if (response.ok) return { kind: 'here', body: await read(response) }
    if (response.status === 401) return { kind: 'signed-out' }
    return without(response.status, (await response.json().catch(() => ({}))) as Problem)
  } catch {
    return { kind: 'unknown', detail: 'There is no connection.' }
  }
}

interface Problem {
  readonly detail?: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

function without(status: number, { detail = '', errors = [] }: Problem): Answer<never> {
  const places = errors.slice(0, 3).map((error) => ` ${error.pointer}: ${error.detail}`)
  const said = detail + places.join('')
  if (status < 500 && status !== 429) return { kind: 'refused', status, detail: said }
  return { kind: 'unknown', detail: said || 'Something went wrong on the other side.' }
}
