import { GERMAN_CHANGES } from '../changes/german-changes.ts'
import { GERMAN } from './german.ts'
import { germanKeep, germanLanding, germanWindow } from './german-periods.ts'
import type { Telling } from './telling.ts'

/** Tiers and orders are feminine. */
const SMALL = 'keine eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')

export const GERMAN_TELLING: Telling = {
  ...GERMAN,
  numberWord: (count) => SMALL[count] ?? String(count),
  window: germanWindow,
  keep: germanKeep,
  landing: germanLanding,
  changes: GERMAN_CHANGES,
}
