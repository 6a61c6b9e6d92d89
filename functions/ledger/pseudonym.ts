import { createHmac, createSecretKey } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const CHARACTERS = 26

/**
 * Members as finance sees them: "p-" and 26 characters of base32, from HMAC-SHA-256 under the house's key (at least 32
 * bytes). The same member always has the same one; without the key nobody finds the member, nor the pseudonym. A pseudonym
 * has itself: of a member who was erased nothing else is left.
 */
export function pseudonymOf(key: Uint8Array): (member: string) => string {
  // Made once: as mere bytes it takes five times as long.
  const secret = createSecretKey(key)
  return (member) => {
    if (isPseudonym(member)) return member
    return `p-${base32(createHmac('sha256', secret).update(member, 'utf8').digest()).slice(0, CHARACTERS)}`
  }
}

/** Whether it is one by its form. Members' ids of that form are not recorded, so no id is mistaken for one. */
export const isPseudonym = (member: string): boolean => /^p-[a-z2-7]{26}$/.test(member)

/** RFC 4648's alphabet in lower case, without padding. */
function base32(bytes: Uint8Array): string {
  let [text, bits, value] = ['', 0, 0]
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(value >> (bits - 5)) & 31]
  }
  return text
}
