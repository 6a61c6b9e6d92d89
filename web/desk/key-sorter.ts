/** What the keys that were pressed come to. */
export interface Sorted {
  /** One key, pressed by a person. */
  readonly onKey: (key: string) => void
  /** A whole line, typed by a scanner and ended with Enter. */
  readonly onScan: (text: string) => void
}

/** Longer than a scanner takes between two characters, shorter than a person notices. */
const QUIET_MS = 120

/** Codes of cards, and numbers of members. */
const IN_CODES = /[\p{L}\p{N}._-]/u

/**
 * Tells a person's single key from a scanner, which types a whole code and Enter faster than anybody: no digit of the next
 * customer's card may redeem a perk of this one. A key counts once it has stayed alone for a moment; several without an
 * Enter are neither, and nothing is done on a guess. What stands in no code counts at once. Takes each key; answers whether
 * it is dealt with, so that the browser need not.
 */
export function keySorter({ onKey, onScan }: Sorted): (key: string) => boolean {
  let typed = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const taken = () => {
    clearTimeout(timer)
    const text = typed
    typed = ''
    return text
  }
  return (key) => {
    if (key === 'Enter' && typed.length > 1) {
      onScan(taken())
      return true
    }
    if (key.length !== 1) return false
    if (!IN_CODES.test(key)) {
      onKey(key)
      return true
    }
    clearTimeout(timer)
    typed += key
    timer = setTimeout(() => {
      const text = taken()
      if (text.length === 1) onKey(text)
    }, QUIET_MS)
    return false
  }
}
