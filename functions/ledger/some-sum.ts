import { addSums, type CostSums } from './cost-sums.ts'

/** More sums than this are not looked through: entries of one moment cost alike, so there never are so many. */
const MOST_SUMS = 20_000

/**
 * Whether a sum is that of all entries of `surely` together with some of `maybe`, none and all of them included. False, too,
 * where there are too many different sums to tell.
 */
export function isSomeSum(sum: CostSums, surely: CostSums, maybe: readonly CostSums[]): boolean {
  const wanted = keyOf(sum)
  let sums = new Map([[keyOf(surely), surely]])
  for (const one of maybe) {
    if (sums.has(wanted)) return true
    const more = new Map(sums)
    for (const before of sums.values()) {
      const after = addSums(before, one)
      more.set(keyOf(after), after)
    }
    if (more.size > MOST_SUMS) return false
    sums = more
  }
  return sums.has(wanted)
}

const keyOf = ({ entries, uses, accruedMinor, trueUpMinor }: CostSums) =>
  [entries, uses, accruedMinor, trueUpMinor].join()
