import type { ChangeWording } from '../changes/change-wording.ts'
import type { QualificationTerms } from '../document.ts'
import type { Wording } from './wording.ts'

/** How a language tells the rules of a program and their changes, in whole sentences; apart, for few scripts need them. */
export interface Telling extends Wording {
  /** Tiers or orders, up to twelve as a word: "four". */
  numberWord(count: number): string
  /** Which months count when one stands in a given month. */
  window(terms: QualificationTerms): string
  /** How long a tier that has been earned lasts. */
  keep(terms: QualificationTerms): string
  /** What happens when a tier is lost; `byPlan`: a paid plan is a way to one of those in question. */
  landing(terms: QualificationTerms, byPlan: boolean): string
  readonly changes: ChangeWording
}
