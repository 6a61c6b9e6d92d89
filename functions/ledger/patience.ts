/** How long to go on when the database is busy; every part can be set, so that tests do not wait. */
export interface Patience {
  /** Tries in all, the first included. */
  readonly attempts: number
  readonly baseDelayMs: number
  readonly maxDelayMs: number
  readonly sleep: (ms: number) => Promise<void>
  /** In [0, 1). */
  readonly random: () => number
}

/** Up to about a second and a half in all, which a caller can still wait for. */
export const PATIENCE: Patience = {
  attempts: 10,
  baseDelayMs: 20,
  maxDelayMs: 500,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
}

/** Waits before the next attempt: full jitter, so that those who collided do not collide again. */
export function pause(patience: Patience, attempt: number): Promise<void> {
  const longest = Math.min(patience.maxDelayMs, patience.baseDelayMs * 2 ** attempt)
  return patience.sleep(Math.floor(patience.random() * longest))
}
