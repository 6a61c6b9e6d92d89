/** What came of asking to be erased; `detail` says what to do when it is not done. */
export type Erasure = 'erased' | 'signed-out' | { readonly detail: string }

/** Asks for the erasure of the member who is signed in. Whatever came in between, asking again completes it. */
export async function eraseMine(): Promise<Erasure> {
  const headers = { 'X-Requested-With': 'cleartier' }
  const response = await fetch('/api/v1/me', { method: 'DELETE', headers }).catch(() => null)
  if (!response) return { detail: 'No answer came. Check the connection, and press again: that completes it.' }
  if (response.ok) return 'erased'
  if (response.status === 401) return 'signed-out'
  if (response.status === 503) return { detail: 'It is not all done yet. Press again in a moment: that completes it.' }
  const { detail = '' } = (await response.json().catch(() => ({}))) as { readonly detail?: string }
  return { detail: detail || 'Something went wrong on our side. Press again: that completes what was begun.' }
}
