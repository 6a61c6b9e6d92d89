/** How the times of a file are taken. */
export interface TimeTerms {
  /** Epoch milliseconds: rows that lie in its future are rejected. */
  readonly now: number
  /** By how many whole months every time is moved on; 0: as it stands. */
  readonly monthsLater: number
}
