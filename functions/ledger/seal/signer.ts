import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose'

/** Signs what a closed month comes to, with Ed25519. */
export interface Signer {
  sign(bytes: Uint8Array): Promise<Uint8Array>
  /** Names the key that signs: its thumbprint (RFC 7638). */
  keyId(): Promise<string>
  /** The public keys by which signatures are checked, the present one among them. */
  keys(): Promise<JSONWebKeySet>
}

/** A signer with the private key in hand, a JWK of Ed25519; in AWS the key never leaves KMS (`kms-signer.ts`). */
export function openKeySigner(key: JWK): Signer {
  const privateKey = createPrivateKey({ key: { ...key }, format: 'jwk' })
  const publicKey = publicJwk(createPublicKey(privateKey))
  return {
    sign: async (bytes) => sign(null, bytes, privateKey),
    keyId: async () => (await publicKey).kid ?? '',
    keys: async () => ({ keys: [await publicKey] }),
  }
}

/** A public key of Ed25519 as it is published. */
export async function publicJwk(key: KeyObject): Promise<JWK> {
  const { x = '' } = key.export({ format: 'jwk' })
  const jwk = { kty: 'OKP', crv: 'Ed25519', x }
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' }
}
