import { EncryptJWT } from 'jose'

/** What is sealed: for whom (its audience), what, by which key, from when and until when in epoch seconds. */
export interface Sealing {
  readonly purpose: string
  readonly value: object
  readonly key: Uint8Array
  readonly from: number
  readonly until: number
}

/** A JWE (dir, A256GCM) in its compact form. */
export const sealedText = ({ purpose, value, key, from, until }: Sealing): Promise<string> =>
  new EncryptJWT({ value })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(purpose)
    .setIssuedAt(from)
    .setExpirationTime(until)
    .encrypt(key)
