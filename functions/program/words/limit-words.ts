import type { LimitWindow } from '../document.ts'

/** (2, "year") → "2 a year", (1, "year") → "once a year", (3, "ever") → "3 in all". */
export function limitWords(count: number, per: LimitWindow): string {
  if (per === 'ever') return count === 1 ? 'once' : `${count} in all`
  const times = count === 1 ? 'once' : String(count)
  return `${times} ${per === 'order' ? 'an' : 'a'} ${per}`
}
