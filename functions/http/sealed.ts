import { errors, jwtDecrypt } from 'jose'

/** What a sealed value is for: one sealed for sign-in is never accepted as a session. */
export type Purpose = 'session' | 'sign-in'

/**
 * Encrypts and authenticates a small value (JWE, A256GCM), so that it can be kept by the browser and neither read nor
 * changed there. `key` has 32 bytes; `at` is epoch milliseconds; the value is refused from `at + lifetimeMs` on.
 */
export async function seal(
  purpose: Purpose,
  value: object,
  key: Uint8Array,
  at: number,
  lifetimeMs: number,
): Promise<string> {
  // Every request opens what few seal.
  const { sealedText } = await import('#http/seal.ts')
  const from = Math.floor(at / 1000)
  return sealedText({ purpose, value, key, from, until: from + Math.floor(lifetimeMs / 1000) })
}

/** A value that was sealed, and when (epoch milliseconds) it stops being good. */
export interface Unsealed {
  readonly value: unknown
  readonly expiresAt: number
}

/** Opens what {@link seal} closed; null when it is not ours, is for something else, was changed or has expired. */
export async function unseal(purpose: Purpose, text: string, key: Uint8Array, at: number): Promise<Unsealed | null> {
  try {
    const { payload } = await jwtDecrypt(text, key, {
      audience: purpose,
      currentDate: new Date(at),
      requiredClaims: ['exp'],
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return { value: payload.value, expiresAt: (payload.exp ?? 0) * 1000 }
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
