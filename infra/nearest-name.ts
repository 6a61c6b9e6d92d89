/** The name that is fewest changes of a letter away; null where none is near enough to have been meant. */
export function nearestName(said: string, names: readonly string[]): string | null {
  const [nearest] = names
    .map((name) => ({ name, changes: changesBetween(said.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, changes }) => changes <= Math.max(1, Math.floor(name.length / 3)))
    .toSorted((one, other) => one.changes - other.changes)
  return nearest?.name ?? null
}

/** Letters to put in, take out or replace (Levenshtein), a row of the table at a time. */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [column, otherLetter] of [...other].entries()) {
      const replaced = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1)
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
