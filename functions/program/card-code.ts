/**
 * The code on a member's card: eleven random characters and a check character, in Crockford's base 32, which has no letter
 * that is taken for a digit. It says nothing of the member: the ledger knows whose it is. Written "7K3M-9QXT-4D2A".
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const BITS_PER_CHARACTER = 5n

/** `GET /me/card`: what stands on a card. */
export interface CardBody {
  /** Null when nobody has told it. */
  readonly name: string | null
  readonly tier: {
    readonly id: string
    readonly name: string
    readonly rank: number
    /** The last day on which it is kept if nothing more happens; null when it has no end. */
    readonly until: string | null
  }
  readonly code: string
}

/** How many random bytes a code is made from: 7 give its 55 bits. */
export const CARD_CODE_BYTES = 7

/** What was typed or scanned is no code; the message says why and what to do. */
export class CardCodeError extends Error {
  override readonly name = 'CardCodeError'
}

/** A code as it is kept and scanned, without hyphens. `random` has {@link CARD_CODE_BYTES} bytes; of the last, 7 bits count. */
export function cardCode(random: Uint8Array): string {
  let bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 1n
  const values: number[] = []
  while (values.length < LENGTH - 1) {
    values.unshift(Number(bits & 31n))
    bits >>= BITS_PER_CHARACTER
  }
  return [...values, checkValue(values)].map((value) => ALPHABET[value]).join('')
}

/** "7K3M9QXT4D2A" → "7K3M-9QXT-4D2A", for reading aloud. */
export const spokenCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/**
 * Reads a code as people type it: in small letters, with blanks and hyphens anywhere, O for 0 and I or L for 1. Throws
 * {@link CardCodeError}; a single wrong character and two that changed places are always noticed.
 */
export function parseCardCode(typed: string): string {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const values = [...code].map((character) => ALPHABET.indexOf(character))
  if (values.length !== LENGTH) {
    throw new CardCodeError(`A card's code has ${LENGTH} characters, this has ${values.length}. Scan or type it again.`)
  }
  if (values.includes(-1)) {
    throw new CardCodeError("A card's code has digits and letters, and no U. Scan or type it again.")
  }
  if (remainder(values) !== 0) {
    throw new CardCodeError(
      'One of these characters is wrong, or two have changed places. Scan or type the code again.',
    )
  }
  return code
}

/** The value that makes the whole divisible. */
const checkValue = (values: readonly number[]): number => remainder([...values, 0])

/**
 * The code as a polynomial over the field of 32 elements, at the element x (of order 31) and shifted so that the last
 * character counts once: each place has a weight of its own, which is why any two swapped characters are noticed.
 */
function remainder(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum) ^ value, 0)
}

/** Multiplied by x, modulo x⁵ + x² + 1. */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31
