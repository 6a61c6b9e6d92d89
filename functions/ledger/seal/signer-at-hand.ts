import type { Signer } from './signer.ts'

/** A signer that may have to be opened first: the way to it is asked for at each use. */
export function signerAtHand(open: () => Promise<Signer>): Signer {
  return {
    sign: async (bytes) => (await open()).sign(bytes),
    keyId: async () => (await open()).keyId(),
    keys: async () => (await open()).keys(),
  }
}
