import { formatMoney } from '#program/money.ts'
import type { Month } from '#program/month.ts'
import type { Books } from '../books.ts'
import type { CostEntry, CostPlace } from '../cost-entry.ts'

interface Sums {
  entries: number
  uses: number
  accruedMinor: number
  trueUpMinor: number
}

/**
 * Where the totals of a month are not the sums of its entries, a sentence each; none when they agree. For a month that is
 * over: while entries arrive, reading both takes longer than they stand still.
 */
export async function differencesOf(
  books: Pick<Books, 'costTotals' | 'costEntries'>,
  month: Month,
  currency: string,
): Promise<readonly string[]> {
  const period = { from: month, to: month }
  const [inTotals, inEntries] = [new Map<string, Sums>(), new Map<string, Sums>()]
  for (const total of await books.costTotals(period)) add(inTotals, total, total)
  for await (const entry of books.costEntries(period)) add(inEntries, entry, sumsOf(entry))
  const places = [...new Set([...inTotals.keys(), ...inEntries.keys()])].sort()
  return places.flatMap((place) => {
    const [told, counted] = [inTotals, inEntries].map((sums) => words(sums.get(place) ?? NOTHING, currency))
    const [perk, tier, edition, source] = JSON.parse(place) as readonly string[]
    if (told === counted) return []
    return `${perk} of ${tier}, edition ${edition}, by ${source}: ${told} in the totals, ${counted} in the entries.`
  })
}

const NOTHING: Readonly<Sums> = { entries: 0, uses: 0, accruedMinor: 0, trueUpMinor: 0 }

function add(sums: Map<string, Sums>, { perk, tier, edition, source }: CostPlace, more: Sums): void {
  const place = JSON.stringify([perk, tier, edition, source])
  const { entries, uses, accruedMinor, trueUpMinor } = sums.get(place) ?? NOTHING
  sums.set(place, {
    entries: entries + more.entries,
    uses: uses + more.uses,
    accruedMinor: accruedMinor + more.accruedMinor,
    trueUpMinor: trueUpMinor + more.trueUpMinor,
  })
}

function sumsOf({ kind, costMinor }: CostEntry): Sums {
  switch (kind) {
    case 'use':
      return { entries: 1, uses: 1, accruedMinor: costMinor, trueUpMinor: 0 }
    case 'reversal':
      return { entries: 1, uses: -1, accruedMinor: costMinor, trueUpMinor: 0 }
    case 'true-up':
      return { entries: 1, uses: 0, accruedMinor: 0, trueUpMinor: costMinor }
    default:
      return kind satisfies never
  }
}

const words = ({ entries, uses, accruedMinor, trueUpMinor }: Sums, currency: string) =>
  `${entries} entries, ${uses} uses, ${formatMoney(accruedMinor, currency)} and ${formatMoney(trueUpMinor, currency)} of true-ups`
