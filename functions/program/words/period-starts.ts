/** The months of the year (1 to 12) in which a calendar period starts, in order: (6, 10) → 4, 10. */
export function periodStarts(months: number, startsIn: number): number[] {
  // A draft may say 0 months while it is being written.
  const count = months >= 1 ? Math.max(1, Math.floor(12 / months)) : 1
  const numbers = Array.from({ length: count }, (_, index) => ((startsIn - 1 + index * months) % 12) + 1)
  return numbers.sort((one, other) => one - other)
}
