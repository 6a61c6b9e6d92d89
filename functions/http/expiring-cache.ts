/** A bounded memory of values that stop being good at a known instant. */
export interface ExpiringCache<T> {
  /** `at` is epoch milliseconds. */
  get(key: string, at: number): T | undefined
  set(key: string, value: T, expiresAt: number): void
}

/** Keeps up to `capacity` values; the one that came first makes room for the next. */
export function expiringCache<T>(capacity: number): ExpiringCache<T> {
  const kept = new Map<string, { readonly value: T; readonly expiresAt: number }>()
  return {
    get(key, at) {
      const found = kept.get(key)
      if (found === undefined) return undefined
      if (at < found.expiresAt) return found.value
      kept.delete(key)
      return undefined
    },
    set(key, value, expiresAt) {
      const [oldest] = kept.keys()
      if (kept.size >= capacity && oldest !== undefined) kept.delete(oldest)
      kept.set(key, { value, expiresAt })
    },
  }
}
