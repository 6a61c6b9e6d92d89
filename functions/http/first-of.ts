import type { Identify } from './identity.ts'

/** Asks for several proofs in turn; the first that is there decides. */
export function firstOf(...proofs: readonly Identify[]): Identify {
  return async (request) => {
    for (const identify of proofs) {
      const identity = await identify(request)
      if (identity) return identity
    }
    return null
  }
}
