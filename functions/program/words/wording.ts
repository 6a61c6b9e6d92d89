import type { LimitWindow, PlanDocument, QualificationTerms, RowDocument } from '../document.ts'

/** What is counted in sentences. */
export type Countable = 'order' | 'item' | 'month' | 'tier'

/** The measures of a way of qualifying that have no name of their own, as a plan has. */
export type NamedMeasure = Exclude<keyof RowDocument, 'months' | 'plan'>

/**
 * How a language says what a program asks for and gives. Every phrase is a function, so each language orders its words itself, and a
 * language that lacks one does not compile. Amounts come in as words already.
 */
export interface Wording extends TermsWording {
  and(items: readonly string[]): string
  /** "12 orders". */
  count(count: number, what: Countable): string

  /** "in 12 months". */
  period(terms: QualificationTerms): string

  /** "£49 a year". */
  price(amount: string, per: PlanDocument['per']): string
  /** "£10,000 in all". */
  inAll(amount: string): string
  /** "£5,000 for 3 months". */
  keptFor(amount: string, months: number): string
  /** "Keep £5,000 for 3 months". */
  keepBalance(kept: string): string
  /** The same beside other measures: "a balance of £5,000 for 3 months". */
  aBalance(kept: string): string
  /** "Spend £1,000 in 12 months". */
  spend(needs: string): string
  /** What a plan, or a balance alone, asks for besides: "Fairweather Plus, £49 a year, with 12 orders". */
  readonly besides: string
  /** A further measure on a line of its own: "and £500". */
  also(need: string): string
  /** A measure along the whole ladder: "Spend in all". */
  track(measure: NamedMeasure): string
}

/** How a language says the terms of a perk. */
export interface TermsWording {
  /** For `Intl`, and the language of pages: "en-GB". */
  readonly locale: string
  /** "2 a quarter". */
  limit(count: number, per: LimitWindow): string
  /** "in suits and shirts". */
  within(categories: readonly string[]): string
  /** "on orders of £25 or more". */
  over(amount: string): string
  readonly always: string
  readonly notIncluded: string
}
