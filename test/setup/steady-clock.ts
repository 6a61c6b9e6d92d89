/** The day on which the house of the tests stands. */
export const TODAY = Date.UTC(2026, 10, 20, 10)

/** A clock that starts on that day and goes on from there, whatever the machine's says. */
export function steadyClock(start: number = TODAY): () => number {
  const begun = performance.now()
  return () => start + Math.floor(performance.now() - begun)
}
