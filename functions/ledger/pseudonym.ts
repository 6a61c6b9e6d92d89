import { createHmac } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const CHARACTERS = 26

/**
 * Members as finance sees them: "p-" and 26 characters of base32, from HMAC-SHA-256 under the house's key (at least 32
 * bytes). The same member always has the same one; without the key nobody finds the member, nor the pseudonym.
 */
export function pseudonymOf(key: Uint8Array): (member: string) => string {
  return (member) => `p-${base32(createHmac('sha256', key).update(member, 'utf8').digest()).slice(0, CHARACTERS)}`
}

/** RFC 4648's alphabet in lower case, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('')
}
