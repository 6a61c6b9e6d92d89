import type { ProgramCosts, ProgramDocument } from '../document.ts'

/** What is checked: a document of the right shape, and what stands around it. */
export interface Subject {
  readonly document: ProgramDocument
  /** Finance's part; empty when finance has not filled anything in. */
  readonly costs: ProgramCosts
  /** The edition published before it, to compare with; null for the first of all. */
  readonly before: ProgramDocument | null
}
