/** What came of asking the desk for something. */
export type Answer<T> =
  | { readonly kind: 'here'; readonly body: T }
  /** It is settled that this does not happen; `detail` says why and what would change it. */
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }
  | { readonly kind: 'signed-out' }
  /** It may have happened or not: no connection, no answer in time, or something wrong on the other side. */
  | { readonly kind: 'unknown'; readonly isReachable: boolean; readonly detail: string }

/** As long as a customer can be asked to wait. */
const PATIENCE_MS = 8_000

const OURS = { 'X-Requested-With': 'cleartier' }

/** GETs JSON below /api/v1. */
export const ask = <T>(path: string): Promise<Answer<T>> => answerTo<T>(path, { headers: OURS })

/** POSTs to a path below /api/v1, with a body of JSON where there is one. */
export function send<T>(path: string, body: object | null, headers: Readonly<Record<string, string>> = {}) {
  const content = body && {
    body: JSON.stringify(body),
    headers: { ...OURS, ...headers, 'Content-Type': 'application/json' },
  }
  return answerTo<T>(path, { method: 'POST', headers: { ...OURS, ...headers }, ...content })
}

async function answerTo<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    if (response.ok) return { kind: 'here', body: (await response.json()) as T }
    if (response.status === 401) return { kind: 'signed-out' }
    const problem = (await response.json().catch(() => ({}))) as { readonly detail?: string }
    return withoutSuccess(response.status, problem.detail ?? '')
  } catch {
    return { kind: 'unknown', isReachable: false, detail: 'There is no connection to the shop’s system.' }
  }
}

function withoutSuccess(status: number, detail: string): Answer<never> {
  if (status < 500 && status !== 429) return { kind: 'refused', status, detail }
  return { kind: 'unknown', isReachable: true, detail: detail || 'Something went wrong on the other side.' }
}
