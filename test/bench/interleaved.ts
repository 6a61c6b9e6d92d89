/**
 * Runs ways of doing the same thing by turns, so that whatever else the machine does meets all alike, and returns the
 * median milliseconds of each. The first rounds warm up and do not count.
 */
export async function mediansInTurn<Name extends string>(
  rounds: number,
  ways: Readonly<Record<Name, (round: number) => Promise<unknown>>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(ways) as Name[]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  const warmUp = Math.ceil(rounds / 5)
  for (let round = 0; round < warmUp + rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      // Nobody always goes first.
      const name = names[(turn + round) % names.length] as Name
      const start = performance.now()
      await ways[name](round)
      if (round >= warmUp) times.get(name)?.push(performance.now() - start)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
