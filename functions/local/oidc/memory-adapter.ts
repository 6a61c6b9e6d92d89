import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/**
 * Keeps what the embedded provider issues in memory: a restart signs everybody out of the provider, and nothing else is
 * lost. What has expired goes when something new comes, so no timer is left running.
 */
export function memoryAdapters(now: () => number): AdapterFactory {
  const kept = new Map<string, Kept>()

  const alive = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    return found && now() < found.expiresAt ? found.payload : undefined
  }
  const where = (name: string, matches: (payload: AdapterPayload) => boolean) => {
    for (const key of kept.keys()) {
      const payload = key.startsWith(`${name} `) ? alive(key) : undefined
      if (payload && matches(payload)) return payload
    }
    return undefined
  }
  const forget = (matches: (entry: Kept) => boolean) => {
    for (const [key, entry] of kept) if (matches(entry)) kept.delete(key)
  }

  return (name): Adapter => ({
    async upsert(id, payload, expiresInSeconds) {
      forget(({ expiresAt }) => expiresAt <= now())
      const expiresAt = expiresInSeconds === undefined ? Number.POSITIVE_INFINITY : now() + expiresInSeconds * 1000
      kept.set(`${name} ${id}`, { payload, expiresAt })
    },
    find: async (id) => alive(`${name} ${id}`),
    findByUserCode: async (userCode) => where(name, (payload) => payload.userCode === userCode),
    findByUid: async (uid) => where(name, (payload) => payload.uid === uid),
    async consume(id) {
      const payload = alive(`${name} ${id}`)
      if (payload) payload.consumed = Math.floor(now() / 1000)
    },
    async destroy(id) {
      kept.delete(`${name} ${id}`)
    },
    async revokeByGrantId(grantId) {
      forget(({ payload }) => payload.grantId === grantId)
    },
  })
}
