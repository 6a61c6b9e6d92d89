import type { Fault } from './faulty-client.ts'

/** A small generator with a seed, in [0, 1), so that a failing run can be run again. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** One fault after the other: `share` of the calls meet one of these, each as often as the others. */
export function seededFaults(random: () => number, share: number, faults: readonly Fault[]): () => Fault {
  return () => (random() < share ? (faults[Math.floor(random() * faults.length)] ?? 'none') : 'none')
}

/** Waits for nothing but the others: whoever has work goes on first. */
export const letOthersGo = () => new Promise<void>((resolve) => setImmediate(resolve))
