import type { TiersBody } from '#finance/outlook-routes.ts'
import type { TierBars, TierFigures } from '../pictures/tier-bars.ts'
import { amountWords, numberWords, percentWords } from './amount.ts'
import { periodWords } from './place-words.ts'
import type { ProgramNames } from './program.ts'
import { hrefOf } from './query.ts'

/** What each tier costs, with its bars. Tiers are drawn in the tints of their ranks. */
export function tierData({ from, to, currency, items, total }: TiersBody, program: ProgramNames): TierBars {
  const most = (amounts: readonly (string | number | null)[]) => Math.max(0, ...amounts.map(Number)) || 1
  const mostPerActive = most(items.map(({ perActive }) => perActive))
  const mostShare = most(items.map(({ shareOfSpend }) => shareOfSpend))
  const ranks = new Map(program.tiers.map(({ id }, rank) => [id, rank]))
  return {
    sentence: tiersSentence({ from, to, currency, total }),
    rows: items.map((item, index) => ({
      ...figuresOf(item, currency),
      name: item.name,
      href: hrefOf('costs', { from, to, tier: item.tier, by: 'perk' }),
      rank: ranks.get(item.tier) ?? index,
      perActiveBar: Number(item.perActive) / mostPerActive,
      shareBar: Number(item.shareOfSpend) / mostShare,
    })),
    total: figuresOf(total, currency),
  }
}

function figuresOf(item: TiersBody['total'], currency: string): TierFigures {
  return {
    members: numberWords(item.members),
    active: numberWords(item.active),
    spend: amountWords(item.spend, currency),
    uses: numberWords(item.uses),
    cost: amountWords(item.cost, currency),
    perActive: item.perActive === null ? '–' : amountWords(item.perActive, currency),
    shareOfSpend: item.shareOfSpend === null ? '–' : percentWords(item.shareOfSpend),
  }
}

/** "In November 2026 perks cost £1.20 for each active member, 4.1% of what members spent." */
export function tiersSentence({
  from,
  to,
  currency,
  total,
}: Pick<TiersBody, 'from' | 'to' | 'currency' | 'total'>): string {
  if (total.perActive === null) return `Nobody bought in ${periodWords(from, to)}.`
  const share = total.shareOfSpend === null ? '' : `, ${percentWords(total.shareOfSpend)} of what members spent`
  return `In ${periodWords(from, to)} perks cost ${amountWords(total.perActive, currency)} for each active member${share}.`
}
