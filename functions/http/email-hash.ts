import { createHmac } from 'node:crypto'

/**
 * The only form in which an address is kept: HMAC-SHA256 under the house's key (at least 32 bytes), as base64url. The
 * address is normalised first (NFC, no blanks around it, lower case), so that one person's spellings give one hash.
 */
export function emailHash(address: string, key: Uint8Array): string {
  const normalised = address.normalize('NFC').trim().toLowerCase()
  return createHmac('sha256', key).update(normalised, 'utf8').digest('base64url')
}
