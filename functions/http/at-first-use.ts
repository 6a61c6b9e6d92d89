/**
 * Opens something when it is first asked for, and hands the same out from then on: whoever does not need it does not wait
 * until it is loaded. What failed to open is tried again.
 */
export function atFirstUse<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
}
