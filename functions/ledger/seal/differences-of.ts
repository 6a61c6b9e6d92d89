import { formatMoney } from '#program/money.ts'
import type { Month } from '#program/month.ts'
import type { Books } from '../books.ts'
import { type CostDifference, type Reconciling, reconcile } from '../reconcile.ts'

/** Where the totals of a month are not the sums of its entries, a sentence each; none when they agree. */
export async function differencesOf(
  books: Pick<Books, 'costTotals' | 'costEntries'>,
  month: Month,
  { currency, ...reconciling }: Reconciling & { readonly currency: string },
): Promise<readonly string[]> {
  const { differences } = await reconcile(books, { from: month, to: month }, reconciling)
  return differences.map(({ perk, tier, edition, source, inTotals, inEntries }) => {
    const [told, counted] = [inTotals, inEntries].map((sums) => words(sums, currency))
    return `${perk} of ${tier}, edition ${edition}, by ${source}: ${told} in the totals, ${counted} in the entries.`
  })
}

const words = ({ entries, uses, accruedMinor, trueUpMinor }: CostDifference['inTotals'], currency: string) =>
  `${entries} entries, ${uses} uses, ${formatMoney(accruedMinor, currency)} and ${formatMoney(trueUpMinor, currency)} of true-ups`
