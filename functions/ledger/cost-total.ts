import { parseMonth } from '#program/month.ts'
import type { CostEntry, CostPlace, CostTotal } from './cost-entry.ts'
import { costSk, costsPk, type Item } from './keys.ts'
import type { Change } from './write.ts'

/** Partitions of totals: as many queries as a period costs, and each takes 1,000 writes a second. */
export const COST_PARTS = 3
/** Items of one month and place in each partition, so that uses of one perk at once do not wait for one another. */
const SHARDS = 3

/** Where an entry is counted: the month it was booked in, its place, and a shard that follows from its use. */
export function costPlace(entry: Pick<CostEntry, keyof CostPlace | 'month' | 'redemption'>): {
  readonly pk: string
  readonly sk: string
} {
  const { month, perk, tier, edition, source, redemption } = entry
  const number = Number.parseInt(redemption.slice(-4), 16)
  const shard = Math.floor(number / COST_PARTS) % SHARDS
  return { pk: costsPk(number % COST_PARTS), sk: costSk(month, [perk, tier, edition, source, shard]) }
}

/** What an entry adds to the totals. */
export function costWrite(entry: CostEntry): Change {
  const cost = BigInt(entry.costMinor)
  const add = new Map([
    ['entries', 1n],
    ['uses', USES[entry.kind]],
    ['accrued', entry.kind === 'true-up' ? 0n : cost],
    ['trueUp', entry.kind === 'true-up' ? cost : 0n],
  ])
  return { ...costPlace(entry), set: new Map(), add, asSeen: new Map() }
}

const USES = { use: 1n, reversal: -1n, 'true-up': 0n }

const MONTH_LENGTH = 'YYYY-MM'.length

/** The total that an item holds, without its shard. Throws a RangeError for sums beyond 2^53. */
export function costTotalIn(item: Item): CostTotal {
  const sk = item.sk?.S ?? ''
  const [perk, tier, edition, source] = JSON.parse(sk.slice(MONTH_LENGTH)) as [string, string, number, string]
  return {
    ...{ month: parseMonth(sk.slice(0, MONTH_LENGTH)), perk, tier, edition, source },
    ...{ entries: exact(item.entries?.N), uses: exact(item.uses?.N) },
    ...{ accruedMinor: exact(item.accrued?.N), trueUpMinor: exact(item.trueUp?.N) },
  }
}

function exact(digits: string | undefined): number {
  const value = Number(digits ?? 0)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`A cost total of ${digits} minor units is more than can be shown.`)
  return value
}
