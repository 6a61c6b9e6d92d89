/** What came of asking for something of one's own. */
export type Answer<T> =
  | { readonly kind: 'here'; readonly body: T }
  | { readonly kind: 'signed-out' }
  /** No connection, or no answer in time. */
  | { readonly kind: 'offline' }
  /** Too busy; try again after so many seconds. */
  | { readonly kind: 'busy'; readonly seconds: number }
  /** Something is wrong on the other side; `detail` is its own sentence, if it sent one. */
  | { readonly kind: 'broken'; readonly detail: string }

const PATIENCE_MS = 15_000

/** GETs JSON of the member who is signed in. */
export async function fetchMine<T>(path: string): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1/me/${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (response.ok) return { kind: 'here', body: (await response.json()) as T }
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status === 503 || response.status === 429) {
      return { kind: 'busy', seconds: Number(response.headers.get('retry-after')) || 5 }
    }
    const problem = (await response.json().catch(() => ({}))) as { readonly detail?: string }
    return { kind: 'broken', detail: problem.detail ?? '' }
  } catch {
    return { kind: 'offline' }
  }
}
